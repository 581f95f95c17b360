import type { InterestPeriod } from './accrue.ts';

/** Divides every period's sum without remainder: a million, and the days of both kinds of years. */
export const denominator = 1_000_000n * 365n * 366n;

/** The exact interest of some periods, in `denominator`ths of a minor unit. */
export function exactInterest(periods: readonly InterestPeriod[]): bigint {
  return periods.reduce((sum, { principal, rate, days, yearDays }) => {
    const otherYear = yearDays === 365 ? 366n : 365n;
    return sum + principal * BigInt(rate) * BigInt(days) * otherYear;
  }, 0n);
}

/** Rounded once, half up, to minor units. Less than nothing is nothing: nobody pays a debtor for being late. */
export function roundedInterest(periods: readonly InterestPeriod[]): bigint {
  const exact = exactInterest(periods);
  return exact <= 0n ? 0n : (2n * exact + denominator) / (2n * denominator);
}
