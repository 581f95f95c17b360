import { readMoney } from '../../src/core/money.ts';
import type { CaseOverview } from '../../src/services/case/overview.ts';

/**
 * The amount of a case that was written, in minor units. Empty means all that is overdue, or, before the due date, all
 * that is open.
 * @throws DomainError `invalid` when the words are no amount of the case's currency.
 */
export function promisedAmount(found: CaseOverview, text: string): bigint {
  if (text !== '') return readMoney(text, { currency: found.currency }).amount;
  return found.overdue.amount > 0n ? found.overdue.amount : found.open.amount;
}
