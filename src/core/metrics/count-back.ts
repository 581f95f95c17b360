import type { Money } from '../money.ts';
import { inTenths } from './tenths.ts';

export interface MonthOfSales {
  readonly days: number;
  readonly sales: Money;
}

/**
 * Days sales outstanding by counting back: receivables are taken to be the latest sales, so whole months are taken off
 * them, newest first, and of the month that is too big its share. To one decimal; undefined when all the months together
 * sold less than is open. Unlike the plain figure it does not swing with the season.
 */
export function countBackDays(receivables: Money, newestFirst: readonly MonthOfSales[]): number | undefined {
  let left = receivables.amount;
  let days = 0;
  for (const month of newestFirst) {
    if (left <= 0n) return days;
    if (month.sales.amount > left) {
      const share = inTenths(left * BigInt(month.days), month.sales.amount) ?? 0;
      return Math.round((days + share) * 10) / 10;
    }
    left -= month.sales.amount;
    days += month.days;
  }
  return left <= 0n ? days : undefined;
}
