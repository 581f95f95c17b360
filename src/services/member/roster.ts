import { allMembers } from '../../../db/queries/member/roster.ts';
import type { MemberRow, Role } from '../../../db/schema/index.ts';
import { DomainError } from '../../core/error.ts';
import type { Scope } from '../scope.ts';

export type { Role } from '../../../db/schema/index.ts';
export type Member = MemberRow;

/** Everybody of the workspace, by id. A team is small, so it is loaded whole. */
export async function roster(scope: Scope): Promise<ReadonlyMap<number, Member>> {
  return new Map((await allMembers(scope.tx)).map((person) => [person.id, person]));
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
