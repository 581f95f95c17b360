import * as queries from '../../../db/queries/bundle/records.ts';
import { outcomesOfCases } from '../../../db/queries/outcome/find.ts';
import { lettersWithDays } from '../../../db/queries/bundle/letters.ts';
import { findCustomer } from '../../../db/queries/customer/file.ts';
import { type Paper, papersOfCustomer } from '../../../db/queries/document/find.ts';
import { promisesOfCases } from '../../../db/queries/promise/find.ts';
import type { AuditRow, CustomerRow, OutcomeRow, PromiseRow } from '../../../db/schema/index.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { DomainError } from '../../core/error.ts';
import { casesOfCustomer } from '../customer/cases.ts';
import { type LateCost, lateCostsOf } from '../interest/costs.ts';
import { papersOf, type Papers } from '../letter/papers.ts';
import { roster } from '../member/roster.ts';
import type { Scope } from '../scope.ts';

/** Everything on file about a customer, oldest first. */
export interface CustomerRecords {
  readonly customer: CustomerRow;
  readonly today: BusinessDate;
  readonly invoices: readonly queries.InvoiceOfCustomer[];
  readonly settled: Papers['settled'];
  readonly letters: Awaited<ReturnType<typeof lettersWithDays>>;
  readonly calls: readonly OutcomeRow[];
  readonly promises: readonly PromiseRow[];
  readonly payments: Awaited<ReturnType<typeof queries.paymentsOfCustomer>>;
  readonly disputes: Awaited<ReturnType<typeof queries.disputesOfCases>>;
  readonly late: readonly LateCost[];
  readonly audit: readonly AuditRow[];
  readonly papers: readonly Paper[];
  readonly currencyOf: (caseId: number) => string;
  readonly nameOf: (memberId: number) => string;
}

/** @throws DomainError `not_found` for a customer that this workspace does not have. */
export async function recordsOf(scope: Scope, customerId: number): Promise<CustomerRecords> {
  const { tx, today } = scope;
  const customer = await findCustomer(tx, customerId);
  if (customer === undefined) throw new DomainError('not_found', `There is no customer ${customerId} here.`);
  const cases = await casesOfCustomer(scope, customerId);
  const caseIds = cases.map(({ caseId }) => caseId).toSorted((a, b) => a - b);
  const invoices = await queries.invoicesOfCustomer(tx, customerId);
  const { settled } = await papersOf(
    scope,
    invoices.map(({ id }) => id),
  );
  const costs = await lateCostsOf(scope, caseIds);
  const people = await roster(scope);
  return {
    customer,
    today,
    invoices,
    settled,
    letters: await lettersWithDays(tx, caseIds),
    calls: (await outcomesOfCases(tx, caseIds)).toReversed(),
    promises: (await promisesOfCases(tx, caseIds)).toReversed(),
    payments: await queries.paymentsOfCustomer(tx, customerId),
    disputes: await queries.disputesOfCases(tx, caseIds),
    late: caseIds.flatMap((caseId) => costs(caseId, today)),
    audit: await queries.auditOfCases(tx, caseIds),
    papers: await papersOfCustomer(tx, customerId),
    currencyOf: (caseId) => cases.find((one) => one.caseId === caseId)?.currency ?? '',
    nameOf: (memberId) => people.get(memberId)?.name ?? 'somebody who left',
  };
}
