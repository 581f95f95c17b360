import { caseIdsBeside, caseIdsOfCustomers } from '../../../db/queries/case/ids.ts';
import { DomainError } from '../../core/error.ts';
import { type CaseOverview, overviews } from '../case/overview.ts';
import type { Scope } from '../scope.ts';

/** The cases of a customer, one a currency, the biggest overdue amounts first; those with nothing open too. */
export async function casesOfCustomer(scope: Scope, customerId: number): Promise<readonly CaseOverview[]> {
  const caseIds = await caseIdsOfCustomers(scope.tx, [customerId]);
  return caseIds.length === 0 ? [] : (await overviews(scope, { caseIds })).rows;
}

/**
 * The cases of the customer whom a case is about.
 * @throws DomainError `not_found` for a case that this workspace does not have.
 */
export async function casesBeside(scope: Scope, caseId: number): Promise<readonly CaseOverview[]> {
  const caseIds = Number.isSafeInteger(caseId) ? await caseIdsBeside(scope.tx, caseId) : [];
  if (caseIds.length === 0)
    throw new DomainError('not_found', `There is no case ${caseId} here: look it up with /overdue.`);
  return (await overviews(scope, { caseIds })).rows;
}
