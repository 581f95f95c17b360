import { findCase } from '../../../db/queries/case/find.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import type { CaseRow } from '../../../db/schema/index.ts';
import { DomainError } from '../../core/error.ts';
import { actingMember } from '../member/acting.ts';
import type { Member } from '../member/roster.ts';
import type { Actor } from '../ports.ts';
import type { Scope } from '../scope.ts';

/** A case held for change, and everybody it may concern. */
export interface HeldCase {
  readonly row: CaseRow;
  readonly people: ReadonlyMap<number, Member>;
  readonly actor: Member;
}

/**
 * Locks a case for a person who is about to change its facts.
 * @throws DomainError `not_found` for a case this workspace does not have, `forbidden` for a person who is no member.
 */
export async function holdCase(scope: Scope, actor: Actor, caseId: number): Promise<HeldCase> {
  await lockCases(scope.tx, [caseId]);
  const row = await findCase(scope.tx, caseId);
  if (row === undefined)
    throw new DomainError('not_found', `There is no case ${caseId} here: look it up with /overdue.`);
  const { people, person } = await actingMember(scope, actor);
  return { row, people, actor: person };
}
