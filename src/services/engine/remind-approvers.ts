import { askedAbout } from '../../../db/queries/approval/asked.ts';
import { spendReminders } from '../../../db/queries/approval/ask.ts';
import { askersOf, ownersOfCases, pendingApprovals } from '../../../db/queries/approval/find.ts';
import { votesOn } from '../../../db/queries/approval/votes.ts';
import type { ApprovalRow } from '../../../db/schema/index.ts';
import { aloneAfterHours } from '../../core/approval/bench.ts';
import { groupBy } from '../../core/group-by.ts';
import { approversOf } from '../approval/approvers.ts';
import { askInBundles, type Call, refreshApproval } from '../approval/bundle.ts';
import { nextReminder, remindersLost } from '../approval/reminder-times.ts';
import { record } from '../audit/record.ts';
import { roster } from '../member/roster.ts';
import { mergedFrom } from '../outbox/merged.ts';
import type { Scope } from '../scope.ts';
import { outageToCatchUp, remindersMerged } from './outage.ts';

const hourMilliseconds = 3_600_000;

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
  const late: Late[] = [];
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
    if (reminded) late.push(...memberIds.map((memberId) => ({ memberId, askedAt: row.askedAt })));
    // Who is asked, and whether they may decide alone, is written on the card.
    if (memberIds.length > 0 || bench.alone || hasMoved(known, bench.asked))
      await refreshApproval(scope, row.id);
  }
  await askInBundles(scope, calls);
  await recordLate(scope, late);
}

/** A question of which somebody is reminded. */
interface Late {
  readonly memberId: number;
  readonly askedAt: Date;
}

/** After an outage one message stands for the reminders of several days: it says so, and so does the history. */
async function recordLate(scope: Scope, late: readonly Late[]): Promise<void> {
  const outage = late.length === 0 ? undefined : await outageToCatchUp(scope);
  if (outage === undefined) return;
  const merged = [...groupBy(late, ({ memberId }) => memberId)].flatMap(([member, of]) => {
    const lost = of.flatMap(({ askedAt }) => remindersLost(scope, askedAt, outage));
    const reminders = mergedFrom(lost, outage)?.messages;
    return reminders === undefined ? [] : [{ what: remindersMerged, details: { member, reminders } }];
  });
  await record(scope, merged);
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
