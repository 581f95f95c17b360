import { customerOfCase } from '../../../db/queries/case/find.ts';
import { type Member, withRole } from '../member/roster.ts';
import type { Scope } from '../scope.ts';

/** The member who owns the customer of a case; empty when nobody does. */
export async function ownerOf({ tx }: Scope, caseId: number): Promise<number | undefined> {
  return (await customerOfCase(tx, caseId))?.ownerId ?? undefined;
}

/**
 * Who may approve a step of this case: managers, never the case's owner. Where no manager is left, or `higher` asks
 * for the next ones up, admins.
 */
export async function approversOf(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  caseId: number,
  higher = false,
): Promise<readonly Member[]> {
  const owner = await ownerOf(scope, caseId);
  const managers = withRole(people, 'manager').filter((person) => person.id !== owner);
  const admins = withRole(people, 'admin').filter((person) => person.id !== owner);
  if (managers.length === 0) return admins;
  return higher ? [...new Set([...managers, ...admins])] : managers;
}
