import { addDays, type BusinessDate, businessDate } from './business-date.ts';

/** The last days of the months before this day's, `count` of them, the oldest first. */
export function monthEndsBefore(day: BusinessDate, count: number): readonly BusinessDate[] {
  const ends: BusinessDate[] = [];
  for (let end = lastOfMonthBefore(day); ends.length < count; end = lastOfMonthBefore(end)) ends.unshift(end);
  return ends;
}

function lastOfMonthBefore(day: BusinessDate): BusinessDate {
  return addDays(businessDate(`${day.slice(0, 7)}-01`), -1);
}

const monthNames = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });

/** "Nov". */
export function monthName(day: BusinessDate): string {
  return monthNames.format(new Date(`${day}T00:00:00Z`));
}

/** The months between two days, both included, the newest first; the first and the last may be parts of theirs. */
export function monthsBetween(
  from: BusinessDate,
  to: BusinessDate,
): readonly { readonly from: BusinessDate; readonly to: BusinessDate }[] {
  if (to < from) return [];
  const before = lastOfMonthBefore(to);
  const first = addDays(before, 1);
  return [{ from: first < from ? from : first, to }, ...monthsBetween(from, before)];
}
