import { casesWithAdvices } from '../../../db/queries/payment/advised-cases.ts';
import type { Scope } from '../scope.ts';
import { settleAdvices } from './settle-advices.ts';

/** Cash of a customer, in minor units of its currency. */
export interface Cash {
  readonly customerId: number;
  readonly currency: string;
  readonly amount: bigint;
}

/** Cash that came in bulk uses up what was advised of it, case by case; the caller holds the cases. */
export async function cashCame(scope: Scope, cash: readonly Cash[]): Promise<void> {
  const sums = new Map<string, bigint>();
  for (const { customerId, currency, amount } of cash) {
    const key = `${customerId} ${currency}`;
    sums.set(key, (sums.get(key) ?? 0n) + amount);
  }
  if (sums.size === 0) return;
  for (const { caseId, customerId, currency } of await casesWithAdvices(scope.tx, scope.today)) {
    const came = sums.get(`${customerId} ${currency}`);
    if (came !== undefined) await settleAdvices(scope, caseId, came, scope.today);
  }
}
