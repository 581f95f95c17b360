import { compare, type Money, money } from '../money.ts';
import type { LateLaw } from './law.ts';

/**
 * The sum for the costs of recovery that each late invoice owes once its interest runs. Directive 2011/7, article 6, with
 * § 288(5) BGB and article D441-5 of the French Code de commerce: €40. United Kingdom, section 5A of the act: by the size
 * of the debt when interest began; a debt in another currency has no size in pounds here, so the smallest is claimed.
 */
export function fixedSumOf(law: LateLaw, debt: Money): Money | undefined {
  switch (law.kind) {
    case 'none':
      return undefined;
    case 'contract':
      return law.fixedSum;
    case 'statute':
      return law.statute === 'GB' ? inPounds(debt) : money(4_000n, 'EUR');
  }
}

function inPounds(debt: Money): Money {
  if (debt.currency !== 'GBP' || compare(debt, money(100_000n, 'GBP')) < 0) return money(4_000n, 'GBP');
  return compare(debt, money(1_000_000n, 'GBP')) < 0 ? money(7_000n, 'GBP') : money(10_000n, 'GBP');
}
