import { pressedNow } from '../../src/services/case/pressed.ts';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import type { Card, Part } from '../../src/chat/types.ts';
import { formatDate } from '../../src/core/calendar/format-date.ts';
import { bankFileView, bankLineView } from '../../src/services/bank/view.ts';
import { approvalView } from '../../src/services/approval/view.ts';
import { overviewOfCase, overviews } from '../../src/services/case/overview.ts';
import { casesOfTasks } from '../../src/services/task/cases-of-tasks.ts';
import { digestFigures } from '../../src/services/digest/figures.ts';
import { holdView } from '../../src/services/hold/view.ts';
import { type Member, roster } from '../../src/services/member/roster.ts';
import type { CardKind, Notice } from '../../src/services/notice.ts';
import { planView } from '../../src/services/plan/view.ts';
import type { Scope } from '../../src/services/scope.ts';
import { pauseView } from '../../src/services/pause/view.ts';
import { parseTakenOver } from '../../src/services/task/taken-over.ts';
import { parseMorningList } from '../../src/services/task/morning-list.ts';
import { takenOverView } from '../../src/services/task/taken-over-view.ts';
import { disputeView } from '../../src/services/dispute/view.ts';
import { callsOf } from '../calls.ts';
import { awayCard, backCard } from './away.ts';
import { bankFileCard } from './payment/bank-file.ts';
import { bankLineCard } from './payment/bank-line.ts';
import { approvalCard } from './approval.ts';
import type { Reader } from './calls.ts';
import { caseCard } from './case.ts';
import { digestCard } from './digest.ts';
import { disputeCard } from './dispute.ts';
import { holdCard } from './hold.ts';
import { importCard } from './import.ts';
import { ledgerImportedCard } from './import/ledger-imported.ts';
import { ratesMissingCard } from './team/rates.ts';
import { nudgeCard } from './calls/nudge.ts';
import { pauseCard } from './pause.ts';
import { planCard, planNewsCard } from './plan.ts';
import { staleCard } from './import/stale.ts';
import { takenOverCard } from './calls/taken-over.ts';
import {
  disputeSettledCard,
  holdChangedCard,
  pauseOverCard,
  letterCard,
  outcomeCard,
  paymentCard,
  paymentChangedCard,
  promiseCard,
  raisedCard,
} from './thread.ts';
import { count } from './words.ts';

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
      return pauseOverCard(notice, people);
    case 'hold':
      return holdChangedCard(notice, people);
    case 'ledger imported':
      return ledgerImportedCard(notice);
    case 'approval decided':
      return decidedCard(scope, people, notice.approvalId);
    case 'approval waits':
      return waitingCard(scope, people, notice.approvalId);
    case 'ledger stale':
      return staleCard(notice.covers, scope.today);
    case 'plan':
      return planNewsCard(notice, people, scope.today);
    case 'plan waits':
      return waitingPlan(scope, people, notice.planId);
    case 'away':
      return awayCard(notice, people, scope.today);
    case 'back':
      return backCard(notice, people, scope.today, notice.memberId);
    case 'rates missing':
      return ratesMissingCard(notice.series, businessDate(notice.from));
    case 'mail':
      return undefined;
  }
}

async function nudged(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  { memberId, tasks }: Extract<Notice, { kind: 'nudge' }>,
): Promise<Card | undefined> {
  const taskIds = tasks.map((task) => task.id);
  const caseIds = await casesOfTasks(scope, taskIds);
  return nudgeCard(
    await overviews(scope, { holderId: memberId, caseIds, taskIds }),
    readerOf(scope, people, memberId),
  );
}

/** A live card is made from what is known now, not from what was known when it was asked for. */
async function liveCard(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  kind: CardKind,
  subject: string,
): Promise<Card | undefined> {
  switch (kind) {
    case 'case': {
      const of = await overviewOfCase(scope, Number(subject));
      return of && caseCard(of, await pressedNow(scope, of.caseId), people, scope.today);
    }
    case 'approval': {
      const view = await approvalView(scope, Number(subject));
      return view && approvalCard(view, people, scope.today);
    }
    case 'dispute': {
      const view = await disputeView(scope, Number(subject));
      return view && disputeCard(view, people, scope.today);
    }
    case 'plan': {
      const view = await planView(scope, Number(subject));
      return view && planCard(view, people, scope.today);
    }
    case 'pause': {
      const view = await pauseView(scope, Number(subject));
      return view && pauseCard(view, people, scope.today);
    }
    case 'hold': {
      const view = await holdView(scope, Number(subject));
      return view && holdCard(view, people, scope.today);
    }
    case 'taken over':
      return takenOver(scope, people, subject);
    case 'import':
      return importCard(scope, Number(subject));
    case 'morning list':
      return morningList(scope, people, subject);
    case 'bank file': {
      const view = await bankFileView(scope, Number(subject));
      return view && bankFileCard(view);
    }
    case 'bank line': {
      const view = await bankLineView(scope, Number(subject));
      return view && bankLineCard(view, scope.today);
    }
    case 'digest':
      return digestCard(await digestFigures(scope));
  }
}

async function waitingPlan(scope: Scope, people: ReadonlyMap<number, Member>, planId: number) {
  const view = await planView(scope, planId);
  return view && { ...planCard(view, people, scope.today), title: 'Still waiting · Instalment plan' };
}

async function takenOver(scope: Scope, people: ReadonlyMap<number, Member>, subject: string): Promise<Card> {
  const view = await takenOverView(scope, parseTakenOver(subject));
  return takenOverCard(view, people, readerOf(scope, people, view.reader));
}

function readerOf(scope: Scope, people: ReadonlyMap<number, Member>, id: number): Reader {
  return { today: scope.today, zone: people.get(id)?.zone ?? scope.workspace.zone };
}

async function morningList(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  subject: string,
): Promise<Card | undefined> {
  const { memberId, day } = parseMorningList(subject);
  const person = people.get(memberId);
  return (
    person &&
    callsOf(
      scope,
      person,
      `Good morning, ${person.name.split(' ', 1).join('')}: your calls for ${formatDate(day, { today: scope.today })}`,
    )
  );
}

async function decidedCard(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  approvalId: number,
): Promise<Card | undefined> {
  const view = await approvalView(scope, approvalId);
  if (view === undefined) return undefined;
  const by =
    view.approval.decidedBy === null ? '' : ` by ${people.get(view.approval.decidedBy)?.name ?? 'somebody'}`;
  const reason = view.approval.reason === null ? '' : `: ${view.approval.reason}`;
  const text = `${view.approval.status.charAt(0).toUpperCase()}${view.approval.status.slice(1)}${by}${reason}`;
  const isHandedOver = view.approval.status === 'approved' && view.of.stopped !== undefined;
  return {
    summary: text,
    parts: isHandedOver ? [bundleRow(text, view.of.caseId)] : [{ kind: 'text', text }],
  };
}

/** Legal takes over from here. */
function bundleRow(text: string, caseId: number): Part {
  const action = { command: 'letter', action: 'bundle', args: { case: caseId } };
  return { kind: 'row', text, buttons: [{ label: 'Bundle for legal', action }] };
}

async function waitingCard(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  approvalId: number,
): Promise<Card | undefined> {
  const view = await approvalView(scope, approvalId);
  if (view === undefined) return undefined;
  const card = approvalCard(view, people, scope.today);
  return {
    ...card,
    title: `Still waiting · ${card.title ?? ''}`,
    summary: `${count(1, 'approval')} still waits`,
  };
}
