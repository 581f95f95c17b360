import type { InstalmentRow } from '../../../db/schema/index.ts';
import { addDays, type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import { addBusinessDays, type Calendar } from '../../core/calendar/business-days.ts';
import { dateIn, instantAt } from '../../core/calendar/zone.ts';
import { lastDayAfterNotice, lastDayOf } from '../../core/plan/judge.ts';

/** The owner hears of an instalment on the business day before, when the customer's day begins. */
export function reminderOf(calendar: Calendar, { dueOn }: Pick<InstalmentRow, 'dueOn'>): Date {
  return instantAt(calendar.zone, addBusinessDays(calendar, businessDate(dueOn), -1), '09:00');
}

/** The next moment at which anything about these instalments can need a look without new data. */
export function nextPlanMoment(
  calendar: Calendar,
  instalments: readonly InstalmentRow[],
  now: Date,
): Date | undefined {
  const today = dateIn(calendar.zone, now);
  const days = instalments
    .filter(({ status }) => status !== 'kept')
    .flatMap((row) => turningDays(calendar, row));
  const moments = [
    ...instalments.filter(({ reminded }) => !reminded).map((row) => reminderOf(calendar, row)),
    ...days.filter((day) => day > today).map((day) => instantAt(calendar.zone, day, '00:00')),
  ];
  return moments.filter((moment) => moment > now).toSorted((a, b) => a.getTime() - b.getTime())[0];
}

/** The days on which a verdict can change: when the grace is over and when the time after the notice is. */
function turningDays(calendar: Calendar, { dueOn, noticedOn }: InstalmentRow): readonly BusinessDate[] {
  const due = businessDate(dueOn);
  const afterGrace = addDays(lastDayOf(calendar, { dueOn: due }), 1);
  if (noticedOn === null) return [addDays(due, 1), afterGrace];
  return [afterGrace, addDays(lastDayAfterNotice(calendar, businessDate(noticedOn)), 1)];
}
