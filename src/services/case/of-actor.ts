import { eq } from 'drizzle-orm';
import { lockCases } from '../../../db/queries/lock-cases.ts';
import { cases } from '../../../db/schema/index.ts';
import { DomainError } from '../../core/error.ts';
import { type Member, roster } from '../member/roster.ts';
import type { Actor } from '../ports.ts';
import type { Scope } from '../scope.ts';

export type Case = typeof cases.$inferSelect;

/** A case held for change, and everybody it may concern. */
export interface HeldCase {
  readonly row: Case;
  readonly people: ReadonlyMap<number, Member>;
  readonly actor: Member;
}

/**
 * Locks a case for a person who is about to change its facts.
 * @throws DomainError `not_found` for a case or member this workspace does not have.
 */
export async function holdCase(scope: Scope, actor: Actor, caseId: number): Promise<HeldCase> {
  const [locked] = await lockCases(scope.tx, [caseId]);
  const [row] = await scope.tx.select().from(cases).where(eq(cases.id, caseId));
  if (locked === undefined || row === undefined)
    throw new DomainError('not_found', `There is no case ${caseId} here: look it up with /overdue.`);
  const people = await roster(scope);
  const person = people.get(actor.memberId);
  if (person === undefined || !person.active)
    throw new DomainError('forbidden', 'You are not an active member here: an admin adds you with /team.');
  return { row, people, actor: person };
}
