import { insertCases } from '../../../db/queries/case/open.ts';
import { wakeCasesOfCustomers } from '../../../db/queries/case/wake.ts';
import type { Scope } from '../scope.ts';
import { defaultLadderId } from './ladders.ts';

/**
 * Opens a case for every customer and currency with something open, and has the running ones of these customers
 * looked at afresh. Called after any change of the ledger that is not about one known case.
 */
export async function openCases(scope: Scope, customerIds: readonly number[]): Promise<void> {
  if (customerIds.length === 0) return;
  await insertCases(scope.tx, customerIds, await defaultLadderId(scope), scope.now);
  await wakeCasesOfCustomers(scope.tx, customerIds, scope.now);
  scope.wake('tick');
}
