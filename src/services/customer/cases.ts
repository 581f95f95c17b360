import { caseIdsOfCustomers } from '../../../db/queries/case/ids.ts';
import { type CaseOverview, overviews } from '../case/overview.ts';
import type { Scope } from '../scope.ts';

/** The cases of a customer, one a currency, the biggest overdue amounts first; those with nothing open too. */
export async function casesOfCustomer(scope: Scope, customerId: number): Promise<readonly CaseOverview[]> {
  const caseIds = await caseIdsOfCustomers(scope.tx, [customerId]);
  return caseIds.length === 0 ? [] : (await overviews(scope, { caseIds })).rows;
}
