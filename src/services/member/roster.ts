import { runningAbsences } from '../../../db/queries/absence/find.ts';
import { allMembers } from '../../../db/queries/member/roster.ts';
import type { AbsenceRow, MemberRow, Role } from '../../../db/schema/index.ts';
import { DomainError } from '../../core/error.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Scope } from '../scope.ts';

export type { Role } from '../../../db/schema/index.ts';
/** A person of the workspace, with the absences that are to come or not over. */
export type Member = MemberRow & { readonly absences: readonly AbsenceRow[] };

/** Everybody of the workspace, by id. A team is small, so it is loaded whole. */
export async function roster(scope: Scope): Promise<ReadonlyMap<number, Member>> {
  const absences = groupBy(await runningAbsences(scope.tx), ({ memberId }) => memberId);
  const people = await allMembers(scope.tx);
  return new Map(people.map((person) => [person.id, { ...person, absences: absences.get(person.id) ?? [] }]));
}

/** Somebody who must be in the roster, as the ledger points to them. */
export function memberOf(people: ReadonlyMap<number, Member>, id: number): Member {
  const member = people.get(id);
  if (member === undefined) throw new Error(`member ${id} is not in the roster`);
  return member;
}

export function withRole(people: ReadonlyMap<number, Member>, role: Role): readonly Member[] {
  return [...people.values()].filter((person) => person.active && person.roles.includes(role));
}

export function hasRole(person: Member, allowed: readonly Role[]): boolean {
  return person.active && allowed.some((role) => person.roles.includes(role));
}

/** Refuses, and says who may. */
export function requireRole(
  people: ReadonlyMap<number, Member>,
  person: Member,
  allowed: readonly Role[],
  toDo: string,
): void {
  if (hasRole(person, allowed)) return;
  throw new DomainError('forbidden', `You cannot ${toDo}: that is for ${whoMay(people, allowed)}.`);
}

/** "finance or admin (Fiona Falk, Ada Admin)". */
export function whoMay(people: ReadonlyMap<number, Member>, allowed: readonly Role[]): string {
  const names = [...people.values()]
    .filter((person) => hasRole(person, allowed))
    .map((person) => person.name);
  const who =
    names.length === 0 ? 'nobody has that role yet; an admin gives it with /team' : names.join(', ');
  return `${allowed.join(' or ')} (${who})`;
}
