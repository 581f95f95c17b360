import { addDays, type BusinessDate, businessDate } from '../../../../src/core/calendar/business-date.ts';

export const latest = (days: readonly string[]): string | undefined => days.toSorted().at(-1);
export const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, one) => total + one, 0n);
export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** From a day to the one before another. */
export function stretch(
  from: string,
  end: string | null,
): readonly { from: BusinessDate; to: BusinessDate }[] {
  if (end === null || end <= from) return [];
  return [{ from: businessDate(from), to: addDays(businessDate(end), -1) }];
}
