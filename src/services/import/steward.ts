import type { Role } from '../../../db/schema/index.ts';
import { actingMember } from '../member/acting.ts';
import { type Member, requireRole } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';

/** Who may bring open items in and say how fresh the ledger is. */
const stewards: readonly Role[] = ['finance', 'admin'];

/** Refuses whoever may not import, before a file of theirs is even fetched. */
export async function requireSteward(office: Office, actor: Actor): Promise<void> {
  await within(office, actor.workspaceId, (scope) => stewardOf(scope, actor, 'import open items'));
}

/**
 * The member who acts, if they look after the ledger.
 * @throws DomainError `forbidden`, naming who may.
 */
export async function stewardOf(
  scope: Scope,
  actor: Actor,
  toDo: string,
  allowed: readonly Role[] = stewards,
): Promise<Member> {
  const { people, person } = await actingMember(scope, actor);
  requireRole(people, person, allowed, toDo);
  return person;
}
