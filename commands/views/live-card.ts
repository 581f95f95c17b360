import type { Card } from '../../src/chat/types.ts';
import { formatDate } from '../../src/core/calendar/format-date.ts';
import { parseFindings } from '../../src/services/auditor/raise.ts';
import { findingsTold } from '../../src/services/auditor/report.ts';
import { goingLetters, parseGoing } from '../../src/services/announcement/going.ts';
import { announcementView } from '../../src/services/announcement/view.ts';
import { bankFileView, bankLineView } from '../../src/services/bank/view.ts';
import { approvalBundle } from '../../src/services/approval/bundle-view.ts';
import { approvalView } from '../../src/services/approval/view.ts';
import { pressedNow } from '../../src/services/case/pressed.ts';
import { overviewOfCase } from '../../src/services/case/overview.ts';
import { digestFigures } from '../../src/services/digest/figures.ts';
import { holdView } from '../../src/services/hold/view.ts';
import type { Member } from '../../src/services/member/roster.ts';
import type { CardKind } from '../../src/services/notice.ts';
import { planView } from '../../src/services/plan/view.ts';
import type { Scope } from '../../src/services/scope.ts';
import { pauseView } from '../../src/services/pause/view.ts';
import { parseTakenOver } from '../../src/services/task/taken-over.ts';
import { parseMorningList } from '../../src/services/task/morning-list.ts';
import { outageBefore } from '../../src/services/task/list-after-outage.ts';
import { takenOverView } from '../../src/services/task/taken-over-view.ts';
import { writeOffView } from '../../src/services/write-off/view.ts';
import { disputeView } from '../../src/services/dispute/view.ts';
import { todaysCallsOf } from '../calls.ts';
import { announcementCard } from './letter/announcement.ts';
import { goingCard } from './letter/going.ts';
import { bankFileCard } from './payment/bank-file.ts';
import { bankLineCard } from './payment/bank-line.ts';
import { approvalCard } from './approval.ts';
import { approvalsCard } from './approval/bundle.ts';
import { writeOffCard } from './write-off.ts';
import type { Reader } from './calls.ts';
import { caseCard } from './case.ts';
import { digestCard } from './digest.ts';
import { findingsCard } from './findings.ts';
import { disputeCard } from './dispute.ts';
import { holdCard } from './hold.ts';
import { importCard } from './import.ts';
import { pauseCard } from './pause.ts';
import { planCard } from './plan.ts';
import { afterOutage, mergedLine } from './outage.ts';
import { takenOverCard } from './calls/taken-over.ts';

/** A live card is made from what is known now, not from what was known when it was asked for. */
export async function liveCard(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  kind: CardKind,
  subject: string,
): Promise<Card | undefined> {
  const id = Number(subject);
  switch (kind) {
    case 'case':
      return caseNow(scope, people, id);
    case 'approval':
      return shown(await approvalView(scope, id), (view) => approvalCard(view, people, scope.today));
    case 'approvals':
      return approvals(scope, people, subject);
    case 'write-off':
      return shown(await writeOffView(scope, id), (view) => writeOffCard(view, people, scope.today));
    case 'dispute':
      return shown(await disputeView(scope, id), (view) => disputeCard(view, people, scope.today));
    case 'plan':
      return shown(await planView(scope, id), (view) => planCard(view, people, scope.today));
    case 'pause':
      return shown(await pauseView(scope, id), (view) => pauseCard(view, people, scope.today));
    case 'hold':
      return shown(await holdView(scope, id), (view) => holdCard(view, people, scope.today));
    case 'announcement':
      return shown(await announcementView(scope, id), (view) => announcementCard(view, people, scope.today));
    case 'letters going':
      return lettersGoing(scope, people, subject);
    case 'taken over':
      return takenOver(scope, people, subject);
    case 'import':
      return importCard(scope, id);
    case 'morning list':
      return morningList(scope, people, subject);
    case 'bank file':
      return shown(await bankFileView(scope, id), bankFileCard);
    case 'bank line':
      return shown(await bankLineView(scope, id), (view) => bankLineCard(view, scope.today));
    case 'digest':
      return digestCard(await digestFigures(scope));
    case 'findings':
      return findings(scope, people, subject);
  }
}

async function caseNow(scope: Scope, people: ReadonlyMap<number, Member>, caseId: number) {
  const of = await overviewOfCase(scope, caseId);
  return of && caseCard(of, await pressedNow(scope, of.caseId), people, scope.today);
}

function shown<View>(view: View | undefined, card: (view: View) => Card): Card | undefined {
  return view === undefined ? undefined : card(view);
}

async function takenOver(scope: Scope, people: ReadonlyMap<number, Member>, subject: string): Promise<Card> {
  const view = await takenOverView(scope, parseTakenOver(subject));
  return takenOverCard(view, people, readerOf(scope, people, view.reader));
}

async function lettersGoing(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  subject: string,
): Promise<Card> {
  const going = parseGoing(subject);
  const reading = { people, ...readerOf(scope, people, going.reader) };
  return goingCard(going, await goingLetters(scope, going), reading);
}

async function morningList(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  subject: string,
): Promise<Card | undefined> {
  const { memberId, day } = parseMorningList(subject);
  const person = people.get(memberId);
  if (person === undefined) return undefined;
  const title = `Good morning, ${person.name.split(' ', 1).join('')}: your calls for ${formatDate(day, { today: scope.today })}`;
  const card = await todaysCallsOf(scope, person, title);
  const outage = await outageBefore(scope, person, { day });
  return outage === undefined ? card : afterOutage(card, outage, readerOf(scope, people, memberId));
}

async function approvals(scope: Scope, people: ReadonlyMap<number, Member>, subject: string): Promise<Card> {
  const bundle = await approvalBundle(scope, subject);
  const merged = bundle.merged && mergedLine(bundle.merged, readerOf(scope, people, bundle.reader));
  return approvalsCard(bundle, people, scope.today, merged);
}

async function findings(scope: Scope, people: ReadonlyMap<number, Member>, subject: string) {
  const { memberId, runId } = parseFindings(subject);
  return findingsCard(await findingsTold(scope, runId), { people, ...readerOf(scope, people, memberId) });
}

/** How somebody reads a list: by the day and the clock of the place where they work. */
export function readerOf(scope: Scope, people: ReadonlyMap<number, Member>, id: number): Reader {
  return { today: scope.today, zone: people.get(id)?.zone ?? scope.workspace.zone };
}
