import { add, formatMoney, type Money } from '../../core/money.ts';
import type { LateCost } from '../interest/costs.ts';

/** Which part of late costs is waived. */
export interface WaiverParts {
  readonly interest: boolean;
  readonly fixedSums: boolean;
}

/** What is waived of these costs, one sum a currency: a fixed sum by statute has a currency of its own. */
export function waivedSums(costs: readonly LateCost[], parts: WaiverParts): readonly Money[] {
  const sums = new Map<string, Money>();
  for (const { sheet } of costs)
    for (const one of [
      parts.interest ? sheet.interest : undefined,
      parts.fixedSums ? sheet.fixedSum : undefined,
    ]) {
      if (one === undefined || one.amount === 0n) continue;
      const before = sums.get(one.currency);
      sums.set(one.currency, before === undefined ? one : add(before, one));
    }
  return [...sums.values()];
}

export const sumsInWords = (sums: readonly Money[]): string =>
  sums.map((one) => formatMoney(one)).join(' and ') || 'nothing';
