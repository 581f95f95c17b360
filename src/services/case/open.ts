import { insertCases } from '../../../db/queries/case/open.ts';
import { wakeCasesOfCustomers } from '../../../db/queries/case/wake.ts';
import { settleLadders } from '../ladder/settle.ts';
import { startingLadders } from '../ladder/starting.ts';
import type { Scope } from '../scope.ts';

/**
 * Opens a case for every customer and currency with something open, and has the running ones of these customers
 * looked at afresh. Called after any change of the ledger that is not about one known case.
 */
export async function openCases(scope: Scope, customerIds: readonly number[]): Promise<void> {
  if (customerIds.length === 0) return;
  await insertCases(scope.tx, await startingLadders(scope, customerIds), scope.now);
  await wakeCasesOfCustomers(scope.tx, customerIds, scope.now);
  await settleLadders(scope, customerIds);
  scope.wake('tick');
}
