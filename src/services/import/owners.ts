import type { FileCustomer } from '../../import/customers.ts';
import { moveCustomers } from '../customer/assign.ts';
import type { Move } from '../customer/plan-moves.ts';
import { roster } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { customerDirectory } from './side/find-customers.ts';
import { findOwner } from './side/find-member.ts';

/**
 * Gives customers whom nobody owns to the person the file names for them, where that is somebody of the team who makes
 * calls. Owners who were given here stay, whatever the books say.
 */
export async function giveOwners(
  scope: Scope,
  customers: readonly FileCustomer[],
  by: number,
): Promise<void> {
  const named = customers.filter(({ ownerName }) => ownerName !== undefined);
  if (named.length === 0) return;
  const people = await roster(scope);
  const directory = await customerDirectory(scope);
  const moves = named.flatMap(({ number, ownerName = '' }): Move[] => {
    const owner = findOwner(people, ownerName);
    const customer = directory.find({ source: { row: 0, cells: [] }, customerNumber: number });
    if ('reason' in owner || 'reason' in customer || customer.value.ownerId !== undefined) return [];
    const { id: customerId, name } = customer.value;
    return [{ customerId, number, name, from: undefined, to: owner.value.id, overdue: [] }];
  });
  if (moves.length > 0) await moveCustomers(scope, { people, by }, moves);
}
