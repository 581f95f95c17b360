import type { Card } from '../../src/chat/types.ts';
import { overviews } from '../../src/services/case/overview.ts';
import { casesOfTasks } from '../../src/services/task/cases-of-tasks.ts';
import { type Member, roster } from '../../src/services/member/roster.ts';
import type { Notice } from '../../src/services/notice.ts';
import { planView } from '../../src/services/plan/view.ts';
import type { Scope } from '../../src/services/scope.ts';
import { presenceCard } from './away.ts';
import { mergedLine } from './outage.ts';
import { nudgeCard } from './calls/nudge.ts';
import { planNewsCard } from './plan.ts';
import { planNewsOfDay, waitingPlansCard } from './plan/bundle.ts';
import {
  disputeSettledCard,
  letterCard,
  outcomeCard,
  paymentCard,
  paymentChangedCard,
  promiseCard,
  raisedCard,
} from './thread.ts';
import { decidedCard } from './approval-news.ts';
import { givenUpCard } from './write-off.ts';
import { liveCard, readerOf } from './live-card.ts';
import { turnCard } from './turn.ts';
import { workspaceNewsCard } from './workspace-news.ts';

/** A notice as the card to send now; nothing when there is nothing left to say. */
export async function renderNotice(scope: Scope, notice: Notice): Promise<Card | undefined> {
  const people = await roster(scope);
  switch (notice.kind) {
    case 'card':
      return liveCard(scope, people, notice.card, notice.subject);
    case 'nudge':
      return nudged(scope, people, notice);
    case 'outcome':
      return outcomeCard(notice, people);
    case 'promise':
      return promiseCard(notice, people, scope.today);
    case 'payment':
      return paymentCard(notice, people);
    case 'payment changed':
      return paymentChangedCard(notice, people);
    case 'letter':
      return letterCard(notice);
    case 'raised':
      return raisedCard(notice, people);
    case 'dispute':
      return disputeSettledCard(notice, people);
    case 'pause over':
    case 'hold':
    case 'limitation':
    case 'stop':
      return turnCard(notice, people, scope.today);
    case 'approval decided':
      return decidedCard(scope, people, notice.approvalId);
    case 'write-off taken back':
    case 'late costs waived':
      return givenUpCard(notice, people, scope.today);
    case 'plan':
    case 'plan news':
    case 'plans wait':
      return ofPlans(scope, people, notice);
    case 'away':
    case 'back':
    case 'left':
      return presenceCard(notice, people, scope.today);
    case 'ledger imported':
    case 'ledger stale':
    case 'caught up':
    case 'rates missing':
    case 'webhook tested':
    case 'announcement parked':
      return workspaceNewsCard(scope, notice);
    case 'mail':
      return undefined;
  }
}

async function nudged(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  { memberId, tasks, merged }: Extract<Notice, { kind: 'nudge' }>,
): Promise<Card | undefined> {
  const taskIds = tasks.map((task) => task.id);
  const caseIds = await casesOfTasks(scope, taskIds);
  const reader = readerOf(scope, people, memberId);
  const found = await overviews(scope, { holderId: memberId, caseIds, taskIds });
  return nudgeCard(found, reader, merged === undefined ? undefined : mergedLine(merged, reader));
}

async function ofPlans(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  notice: Extract<Notice, { kind: 'plan' | 'plan news' | 'plans wait' }>,
): Promise<Card> {
  switch (notice.kind) {
    case 'plan':
      return planNewsCard(notice, people, scope.today);
    case 'plan news':
      return planNewsOfDay(notice.news, people, scope.today);
    case 'plans wait':
      return waitingPlans(scope, people, notice);
  }
}

async function waitingPlans(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  { planIds, memberId, merged }: Extract<Notice, { kind: 'plans wait' }>,
): Promise<Card> {
  const views = await Promise.all(planIds.map((id) => planView(scope, id)));
  const late = merged && mergedLine(merged, readerOf(scope, people, memberId));
  return waitingPlansCard(
    views.filter((view) => view !== undefined),
    people,
    scope.today,
    late,
  );
}
