import { customerOfCase } from '../../../db/queries/case/find.ts';
import type { Role } from '../../../db/schema/index.ts';
import { absenceAt } from '../member/presence.ts';
import { type Member, withRole } from '../member/roster.ts';
import type { Scope } from '../scope.ts';

/** The member who owns the customer of a case; empty when nobody does. */
export async function ownerOf({ tx }: Scope, caseId: number): Promise<number | undefined> {
  return (await customerOfCase(tx, caseId))?.ownerId ?? undefined;
}

/**
 * Who is asked to approve a step of this case: managers, never the case's owner, nor anybody away today as long as
 * there is somebody else. Where no manager is left, or `higher` asks for the next ones up, admins.
 */
export async function approversOf(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  caseId: number,
  higher = false,
): Promise<readonly Member[]> {
  const owner = await ownerOf(scope, caseId);
  const others = (role: Role): readonly Member[] =>
    withRole(people, role).filter((person) => person.id !== owner);
  const here = (some: readonly Member[]): readonly Member[] =>
    some.filter((person) => absenceAt(person, scope.now) === undefined);
  const [managers, admins] = [here(others('manager')), here(others('admin'))];
  if (managers.length === 0) return admins.length > 0 ? admins : [...others('manager'), ...others('admin')];
  return higher ? [...new Set([...managers, ...admins])] : managers;
}
