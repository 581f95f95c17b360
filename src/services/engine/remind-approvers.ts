import { spendReminders } from '../../../db/queries/approval/ask.ts';
import { pendingApprovals } from '../../../db/queries/approval/find.ts';
import { addBusinessDays } from '../../core/calendar/business-days.ts';
import { dateIn, instantAt } from '../../core/calendar/zone.ts';
import { approversOf } from '../approval/approvers.ts';
import { roster } from '../member/roster.ts';
import { directStream, enqueue } from '../outbox/enqueue.ts';
import type { Scope } from '../scope.ts';

/** The hour, in the workspace's zone, at which an unanswered approval is brought up again every business day. */
const reminderHour = '10:00';

/**
 * When the next reminder of an approval is due. After the first one the next approver up is asked as well, so an
 * approval does not wait for somebody's holiday.
 */
export function nextReminder(scope: Scope, asked: Date, spent: number): Date {
  const day = addBusinessDays(scope.calendar, dateIn(scope.workspace.zone, asked), spent + 1);
  return instantAt(scope.workspace.zone, day, reminderHour);
}

export async function remindApprovers(scope: Scope, caseIds: readonly number[]): Promise<void> {
  const people = await roster(scope);
  for (const row of await pendingApprovals(scope.tx, caseIds)) {
    const spent = remindersDue(scope, row.askedAt, row.remindersSpent);
    if (spent === row.remindersSpent) continue;
    await spendReminders(scope.tx, row.id, spent);
    const asked = await approversOf(scope, people, row, spent > 1);
    await enqueue(
      scope,
      asked.map((person) => ({
        stream: directStream(person.id),
        class: 'durable',
        notice: { kind: 'approval waits', approvalId: row.id, memberId: person.id },
      })),
    );
  }
}

/** Reminders whose moment has passed count as one: nobody is told three times at once after an outage. */
function remindersDue(scope: Scope, asked: Date, spent: number): number {
  let due = spent;
  while (nextReminder(scope, asked, due).getTime() <= scope.now.getTime()) due += 1;
  return due;
}
