import { add, type Currency, type Money } from '../core/money.ts';
import type { OpenItem } from './read-row.ts';

export interface CurrencyTally {
  readonly count: number;
  readonly sum: Money;
}

/** How many items and, currency by currency, how much is open in them; credit notes count negative. */
export interface Tally {
  readonly count: number;
  /** In the order of the currencies' codes. */
  readonly byCurrency: readonly CurrencyTally[];
}

export function tally(items: readonly OpenItem[]): Tally {
  const byCurrency = new Map<Currency, CurrencyTally>();
  for (const { open } of items) {
    const before = byCurrency.get(open.currency);
    byCurrency.set(
      open.currency,
      before === undefined
        ? { count: 1, sum: open }
        : { count: before.count + 1, sum: add(before.sum, open) },
    );
  }
  const sorted = [...byCurrency.values()].sort((a, b) => (a.sum.currency < b.sum.currency ? -1 : 1));
  return { count: items.length, byCurrency: sorted };
}
