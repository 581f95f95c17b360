import type { Money } from '../money.ts';
import { inTenths } from './tenths.ts';

/** One currency over a stretch of days. All in that currency. */
export interface Stretch {
  readonly days: number;
  /** Invoiced on credit in the stretch. */
  readonly sales: Money;
  /** Receivables when it began. */
  readonly opening: Money;
  /** Receivables at its end, and of them what was not due yet. */
  readonly closing: Money;
  readonly closingCurrent: Money;
}

/** In days, to one decimal; undefined where nothing was sold. */
export interface SalesOutstanding {
  readonly dso: number;
  readonly bestPossible: number;
  /** Average days delinquent. */
  readonly add: number;
}

/**
 * Days sales outstanding: receivables ÷ credit sales × days of the stretch. Best possible: the same with only what is not
 * due yet above the line, as if everybody paid on the day. Average days delinquent is the difference of the two.
 * Source: Credit Research Foundation, standard measures of collection.
 */
export function salesOutstanding({
  days,
  sales,
  closing,
  closingCurrent,
}: Stretch): SalesOutstanding | undefined {
  const dso = inTenths(closing.amount * BigInt(days), sales.amount);
  const bestPossible = inTenths(closingCurrent.amount * BigInt(days), sales.amount);
  if (dso === undefined || bestPossible === undefined) return undefined;
  return { dso, bestPossible, add: Math.round((dso - bestPossible) * 10) / 10 };
}

/**
 * Collection effectiveness index in per cent, to one decimal: of what could have been collected, how much was.
 * (opening + sales − closing) ÷ (opening + sales − closing current) × 100. Undefined where nothing could have been.
 * Source: Credit Research Foundation.
 */
export function collectionEffectiveness(of: Stretch): number | undefined {
  const all = of.opening.amount + of.sales.amount;
  return inTenths(100n * (all - of.closing.amount), all - of.closingCurrent.amount);
}
