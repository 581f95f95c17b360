import { DomainError } from '../../core/error.ts';
import type { Actor } from '../ports.ts';
import type { Scope } from '../scope.ts';
import { type Member, roster } from './roster.ts';

/**
 * Whoever acts, and everybody there is.
 * @throws DomainError `forbidden` for somebody who is no active member.
 */
export async function actingMember(
  scope: Scope,
  actor: Actor,
): Promise<{ readonly person: Member; readonly people: ReadonlyMap<number, Member> }> {
  const people = await roster(scope);
  const person = people.get(actor.memberId);
  if (person === undefined || !person.active)
    throw new DomainError('forbidden', 'You are not an active member here: an admin adds you with /team.');
  return { person, people };
}
