import { askedAbout } from '../../../db/queries/approval/asked.ts';
import { spendReminders } from '../../../db/queries/approval/ask.ts';
import { askersOf, ownersOfCases, pendingApprovals } from '../../../db/queries/approval/find.ts';
import { votesOn } from '../../../db/queries/approval/votes.ts';
import type { ApprovalRow } from '../../../db/schema/index.ts';
import { aloneAfterHours } from '../../core/approval/bench.ts';
import { addBusinessDays } from '../../core/calendar/business-days.ts';
import { dateIn, instantAt } from '../../core/calendar/zone.ts';
import { groupBy } from '../../core/group-by.ts';
import { approversOf } from '../approval/approvers.ts';
import { askInBundles, type Call, refreshApproval } from '../approval/bundle.ts';
import { roster } from '../member/roster.ts';
import type { Scope } from '../scope.ts';

/** The hour, in the workspace's zone, at which an unanswered approval is brought up again every business day. */
export const reminderHour = '10:00';

const hourMilliseconds = 3_600_000;

/**
 * When the next reminder of an approval is due. After the first one the next approver up is asked as well, so an
 * approval does not wait for somebody's holiday.
 */
export function nextReminder(scope: Scope, asked: Date, spent: number): Date {
  const day = addBusinessDays(scope.calendar, dateIn(scope.workspace.zone, asked), spent + 1);
  return instantAt(scope.workspace.zone, day, reminderHour);
}

/** The next moment at which anything about an approval can change by itself: a reminder, or that nobody else is waited for. */
export function nextOfApproval(
  scope: Scope,
  { askedAt, remindersSpent }: Pick<ApprovalRow, 'askedAt' | 'remindersSpent'>,
): Date {
  const reminder = nextReminder(scope, askedAt, remindersSpent);
  const alone = new Date(askedAt.getTime() + aloneAfterHours * hourMilliseconds);
  return alone > scope.now && alone < reminder ? alone : reminder;
}

/**
 * Asks everybody who is to answer and was not asked yet, whether the question is new or came to them because somebody
 * left, went away or changed roles; and reminds all of them every business day. One message a person.
 */
export async function askApprovers(scope: Scope, caseIds: readonly number[]): Promise<void> {
  const pending = await pendingApprovals(scope.tx, caseIds);
  if (pending.length === 0) return;
  const ids = pending.map(({ id }) => id);
  const people = await roster(scope);
  const askers = await askersOf(scope.tx, ids);
  const owners = await ownersOfCases(scope.tx, caseIds);
  const votes = groupBy(await votesOn(scope.tx, ids), ({ approvalId }) => approvalId);
  const told = groupBy(await askedAbout(scope.tx, ids), ({ approvalId }) => approvalId);
  const calls: Call[] = [];
  for (const row of pending) {
    const remindersSpent = remindersDue(scope, row.askedAt, row.remindersSpent);
    const reminded = remindersSpent > row.remindersSpent;
    if (reminded) await spendReminders(scope.tx, row.id, remindersSpent);
    const bench = approversOf(scope, people, {
      row: { ...row, remindersSpent },
      ownerId: owners.get(row.caseId),
      askers: askers.get(row.id) ?? [],
      votes: (votes.get(row.id) ?? []).map(({ memberId }) => memberId),
    });
    const known = new Set((told.get(row.id) ?? []).map(({ memberId }) => memberId));
    const memberIds = reminded ? bench.asked : bench.asked.filter((id) => !known.has(id));
    if (memberIds.length > 0) calls.push({ approvalId: row.id, memberIds });
    // Who is asked, and whether they may decide alone, is written on the card.
    if (memberIds.length > 0 || bench.alone || hasMoved(known, bench.asked))
      await refreshApproval(scope, row.id);
  }
  await askInBundles(scope, calls);
}

/** Somebody who was asked is not any more. */
function hasMoved(known: ReadonlySet<number>, asked: readonly number[]): boolean {
  return [...known].some((id) => !asked.includes(id));
}

/** Reminders whose moment has passed count as one: nobody is told three times at once after an outage. */
function remindersDue(scope: Scope, asked: Date, spent: number): number {
  let due = spent;
  while (nextReminder(scope, asked, due).getTime() <= scope.now.getTime()) due += 1;
  return due;
}
