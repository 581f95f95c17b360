import type { Tally } from '../../import/tally.ts';
import { formatMoney, money, type Money } from '../../core/money.ts';

/** How many there are, and how much in each currency, kept as JSON: minor units are text there. */
export interface Sums {
  readonly count: number;
  /** In the order of the currencies' codes. */
  readonly amounts: readonly { readonly currency: string; readonly minor: string }[];
}

export function sumsOf(list: readonly Money[]): Sums {
  const byCurrency = new Map<string, bigint>();
  for (const { amount, currency } of list)
    byCurrency.set(currency, (byCurrency.get(currency) ?? 0n) + amount);
  const amounts = [...byCurrency]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, minor]) => ({ currency, minor: String(minor) }));
  return { count: list.length, amounts };
}

export function sumsOfTally({ count, byCurrency }: Tally): Sums {
  return { ...sumsOf(byCurrency.map(({ sum }) => sum)), count };
}

function moneyIn({ amounts }: Sums): readonly Money[] {
  return amounts.map(({ currency, minor }) => money(BigInt(minor), currency));
}

/** `$158,358,655.87`, several currencies with a plus between them; `nothing` where there is none. */
export function formatSums(sums: Sums): string {
  const amounts = moneyIn(sums).map((amount) => formatMoney(amount));
  return amounts.length === 0 ? 'nothing' : amounts.join(' + ');
}
