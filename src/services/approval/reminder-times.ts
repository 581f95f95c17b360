import { addBusinessDays } from '../../core/calendar/business-days.ts';
import { dateIn, instantAt } from '../../core/calendar/zone.ts';
import { fellInto, type Outage } from '../../core/task/outage.ts';
import type { Scope } from '../scope.ts';

/** The hour, in the workspace's zone, at which an unanswered question is brought up again every business day. */
export const reminderHour = '10:00';

/**
 * When the next reminder of a question is due. After the first one the next approver up is asked as well, so nothing
 * waits for somebody's holiday.
 */
export function nextReminder({ calendar, workspace }: Scope, asked: Date, spent: number): Date {
  const day = addBusinessDays(calendar, dateIn(workspace.zone, asked), spent + 1);
  return instantAt(workspace.zone, day, reminderHour);
}

/** The reminders of a question that nobody was given because Dunwell was down. */
export function remindersLost(scope: Scope, asked: Date, outage: Outage): readonly Date[] {
  const lost: Date[] = [];
  for (let spent = 0; ; spent += 1) {
    const moment = nextReminder(scope, asked, spent);
    if (moment > outage.to) return lost;
    if (fellInto(outage, moment)) lost.push(moment);
  }
}
