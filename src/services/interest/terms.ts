import { caseIdsOfCustomers } from '../../../db/queries/case/ids.ts';
import { findCustomer } from '../../../db/queries/customer/file.ts';
import { setCustomerTerms, setWorkspaceTerms } from '../../../db/queries/interest/terms.ts';
import { DomainError } from '../../core/error.ts';
import { type LateLaw, lateLaw } from '../../core/interest/law.ts';
import { formatRate } from '../../core/interest/rate.ts';
import type { LateTerms } from '../../core/interest/terms.ts';
import { formatMoney, money } from '../../core/money.ts';
import { record } from '../audit/record.ts';
import { actingMember } from '../member/acting.ts';
import { requireRole } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';

export type { LateTerms } from '../../core/interest/terms.ts';

/** Who may say what was agreed with a customer. */
export const termsRoles = ['lead', 'manager', 'finance', 'admin'] as const;

export interface CustomerTerms {
  readonly name: string;
  /** Null: the workspace's. */
  readonly own: LateTerms | null;
  /** What follows from them today. */
  readonly law: LateLaw;
}

/** @throws DomainError `not_found` for a customer that this workspace does not have. */
export async function customerTerms(scope: Scope, customerId: number): Promise<CustomerTerms> {
  const row = Number.isSafeInteger(customerId) ? await findCustomer(scope.tx, customerId) : undefined;
  if (row === undefined) throw new DomainError('not_found', `There is no customer ${customerId} here.`);
  const { lateTerms: house, country } = scope.workspace;
  return { name: row.name, own: row.lateTerms, law: lateLaw(row.lateTerms, house, row.country ?? country) };
}

/**
 * Notes what late payment costs a customer; null for what the workspace says.
 * @returns what holds from now on.
 * @throws DomainError `forbidden` for reps, who tell their lead; `not_found` for no customer.
 */
export async function saveCustomerTerms(
  office: Office,
  actor: Actor,
  customerId: number,
  terms: LateTerms | null,
): Promise<CustomerTerms> {
  return within(office, actor.workspaceId, async (scope) => {
    const { person, people } = await actingMember(scope, actor);
    requireRole(people, person, termsRoles, 'change what late payment costs');
    const { name, own } = await customerTerms(scope, customerId);
    await setCustomerTerms(scope.tx, customerId, terms);
    const details = { customer: name, from: termsInWords(own), to: termsInWords(terms) };
    const entry = { what: 'late payment terms changed', memberId: person.id, details };
    const caseIds = await caseIdsOfCustomers(scope.tx, [customerId]);
    await record(scope, caseIds.length === 0 ? [entry] : caseIds.map((caseId) => ({ ...entry, caseId })));
    return customerTerms(scope, customerId);
  });
}

/**
 * Sets what late payment costs wherever a customer's own terms do not say.
 * @throws DomainError `forbidden` for whoever is no admin.
 */
export async function saveWorkspaceTerms(office: Office, actor: Actor, terms: LateTerms): Promise<void> {
  await within(office, actor.workspaceId, async (scope) => {
    const { person, people } = await actingMember(scope, actor);
    requireRole(people, person, ['admin'], 'change what late payment costs everywhere');
    await setWorkspaceTerms(scope.tx, scope.workspace.id, terms);
    const details = { from: termsInWords(scope.workspace.lateTerms), to: termsInWords(terms) };
    await record(scope, [{ what: 'late payment terms changed', memberId: person.id, details }]);
  });
}

/** For history, which keeps short texts. */
function termsInWords(terms: LateTerms | null): string {
  if (terms === null) return 'as the team';
  const { regime = 'law', rate, fixedSum, graceDays, agreedDueDate, business } = terms;
  return [
    regime,
    ...(rate === undefined ? [] : [`${formatRate(rate.millionths)} a ${rate.per}`]),
    ...(fixedSum === undefined ? [] : [formatMoney(money(BigInt(fixedSum.amount), fixedSum.currency))]),
    ...(graceDays === undefined ? [] : [`${graceDays} days of grace`]),
    ...(agreedDueDate === undefined ? [] : [agreedDueDate ? 'due date agreed' : 'due date not agreed']),
    ...(business === false ? ['not a business'] : []),
  ].join(', ');
}
