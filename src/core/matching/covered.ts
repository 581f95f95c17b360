import { addDays, type BusinessDate } from '../calendar/business-date.ts';
import { type Calendar, nextOpen } from '../calendar/business-days.ts';

interface Days {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/**
 * How far the ledger reaches once statements that cover these days are booked: each must begin where the days before
 * end, closed days aside, or what came in between is unknown. Money that waits for a person is not in the ledger, so
 * nothing from its day on is covered.
 * @param last the day that can be covered at most
 */
export function coveredThrough(
  before: BusinessDate,
  statements: readonly Days[],
  last: BusinessDate,
  calendar: Calendar,
): BusinessDate {
  let day = before;
  for (const { from, to } of statements.toSorted((a, b) => (a.from < b.from ? -1 : 1)))
    if (from <= nextOpen(calendar, addDays(day, 1)) && to > day) day = to;
  const capped = day < last ? day : last;
  return capped > before ? capped : before;
}
