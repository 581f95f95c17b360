import { changeAdvice, restingAdvices } from '../../../db/queries/payment/advice.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import type { Scope } from '../scope.ts';

/**
 * Cash that came is what was on its way: payments advised rest by that much less, the oldest first, else the same
 * money would stop pressure twice.
 */
export async function settleAdvices(
  scope: Scope,
  caseId: number,
  cash: bigint,
  today: BusinessDate,
): Promise<void> {
  let left = cash;
  for (const { id, amount } of await restingAdvices(scope.tx, caseId, today)) {
    if (left <= 0n) return;
    await changeAdvice(scope.tx, id, amount > left ? { amount: amount - left } : { restsUntil: today });
    left -= amount;
  }
}
