import { addDays, type BusinessDate, daysBetween } from '../calendar/business-date.ts';
import { money } from '../money.ts';
import type { InterestPeriod } from './accrue.ts';
import { roundedInterest } from './exact.ts';
import type { InterestSheet } from './sheet.ts';

/** What we do not ask for of an invoice's late costs; nothing of what is absent. */
export interface Waived {
  /** The last day whose interest is waived: it runs on from the next. */
  readonly interestThrough?: BusinessDate;
  readonly fixedSum?: boolean;
}

/** The costs that are left of a sheet once a part is waived; undefined when that was all. */
export function waive(
  sheet: InterestSheet,
  { interestThrough, fixedSum }: Waived,
): InterestSheet | undefined {
  const periods =
    interestThrough === undefined
      ? sheet.periods
      : sheet.periods.flatMap((one) => after(one, interestThrough));
  const left: InterestSheet = {
    ...sheet,
    periods,
    interest: money(roundedInterest(periods), sheet.interest.currency),
    fixedSum: fixedSum === true ? undefined : sheet.fixedSum,
    unknown: unknownAfter(sheet, interestThrough),
  };
  const isNothing = periods.length === 0 && left.fixedSum === undefined && left.unknown === undefined;
  return isNothing ? undefined : left;
}

/** The days of a period after the last one that is waived. */
function after(period: InterestPeriod, through: BusinessDate): readonly InterestPeriod[] {
  if (period.from > through) return [period];
  if (period.to <= through) return [];
  const from = addDays(through, 1);
  return [{ ...period, from, days: daysBetween(from, period.to) + 1 }];
}

/** Interest at a rate that nobody knows is waived like any other. */
function unknownAfter(
  { unknown, through: last }: InterestSheet,
  through: BusinessDate | undefined,
): InterestSheet['unknown'] {
  if (unknown === undefined || through === undefined || unknown.from > through) return unknown;
  return through >= last ? undefined : { ...unknown, from: addDays(through, 1) };
}
