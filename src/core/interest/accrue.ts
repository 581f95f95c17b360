import { addDays, type BusinessDate, daysBetween } from '../calendar/business-date.ts';
import { nextHalfYear } from './half-year.ts';
import type { Millionths } from './rate.ts';

/** A stretch of days with one principal and one rate; both days bear interest. */
export interface InterestPeriod {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly days: number;
  /** Minor units. */
  readonly principal: bigint;
  readonly rate: Millionths;
  /** The days of a year over which the rate is spread. */
  readonly yearDays: 365 | 366;
}

/** What was paid or credited, or taken back when negative; it counts from the day after it was booked. */
export interface Settlement {
  readonly on: BusinessDate;
  readonly amount: bigint;
}

export interface Debt {
  readonly total: bigint;
  readonly settlements: readonly Settlement[];
}

export interface Accrual {
  readonly periods: readonly InterestPeriod[];
  /** The first day that should bear interest at a rate that is not known; nothing is counted from it on. */
  readonly unknownFrom?: BusinessDate;
}

/** The rate of a day, and the days of its year; undefined where the rate is not known. */
export type RateOfDay = (day: BusinessDate) => Pick<InterestPeriod, 'rate' | 'yearDays'> | undefined;

/**
 * Simple interest day by day on the principal that was open when the day began: the day of a payment still bears interest,
 * the due day does not, so that an invoice due on the 1st and paid on the 11th is ten days late.
 * @returns the periods from `from` through `to`, up to the first day whose rate is not known.
 */
export function accrue(debt: Debt, rateOf: RateOfDay, from: BusinessDate, to: BusinessDate): Accrual {
  const periods: InterestPeriod[] = [];
  for (let day = from; day <= to;) {
    const end = lastDayLike(debt, day, to);
    const principal = openAtStartOf(debt, day);
    const rate = principal === 0n ? undefined : rateOf(day);
    if (principal > 0n && rate === undefined) return { periods, unknownFrom: day };
    if (rate !== undefined)
      periods.push({ from: day, to: end, days: daysBetween(day, end) + 1, principal, ...rate });
    day = addDays(end, 1);
  }
  return { periods };
}

/** What is open when a day begins; overpaid is nothing open. */
export function openAtStartOf({ total, settlements }: Debt, day: BusinessDate): bigint {
  const open = settlements.reduce((left, { on, amount }) => (on < day ? left - amount : left), total);
  return open > 0n ? open : 0n;
}

/** Neither principal nor half-year changes up to this day. */
function lastDayLike({ settlements }: Debt, day: BusinessDate, to: BusinessDate): BusinessDate {
  const ends = settlements.map(({ on }) => on).filter((on) => on >= day);
  return [...ends, addDays(nextHalfYear(day), -1)].reduce((first, end) => (end < first ? end : first), to);
}
