import { caseIdsOfCustomers } from '../../../db/queries/case/ids.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import { findCustomer } from '../../../db/queries/customer/file.ts';
import { setTags } from '../../../db/queries/customer/tags.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { wakeCases } from '../case/wake.ts';
import { settleLadders } from '../ladder/settle.ts';
import { actingMember } from '../member/acting.ts';
import { requireRole } from '../member/roster.ts';
import { refreshCards } from '../outbox/card.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';

/** Who may tag customers: tags choose ladders and exempt from holds. */
export const tagRoles = ['lead', 'manager', 'finance', 'admin'] as const;

/**
 * Gives a customer these tags instead of those it has, and has its cases looked at afresh.
 * @param tags As `readTags` makes them.
 * @returns the customer's name.
 * @throws DomainError `forbidden` for reps, who tell their lead; `not_found` for no customer.
 */
export async function saveTags(
  office: Office,
  actor: Actor,
  customerId: number,
  tags: readonly string[],
): Promise<string> {
  return within(office, actor.workspaceId, async (scope) => {
    const { person, people } = await actingMember(scope, actor);
    requireRole(people, person, tagRoles, 'change the tags of customers');
    const caseIds = await caseIdsOfCustomers(scope.tx, [customerId]);
    await lockCases(scope.tx, caseIds);
    const row = Number.isSafeInteger(customerId) ? await findCustomer(scope.tx, customerId) : undefined;
    if (row === undefined) throw new DomainError('not_found', `There is no customer ${customerId} here.`);
    await setTags(scope.tx, customerId, tags);
    await settleLadders(scope, [customerId]);
    const details = { customer: row.name, from: row.tags.join(', '), to: tags.join(', ') };
    const entry = { what: 'tags changed', memberId: person.id, details };
    await record(scope, caseIds.length === 0 ? [entry] : caseIds.map((caseId) => ({ ...entry, caseId })));
    await refreshCards(scope, 'case', caseIds.map(String));
    await wakeCases(scope, caseIds);
    return row.name;
  });
}
