import { findDispute } from '../../../db/queries/dispute/find.ts';
import type { DisputeRow } from '../../../db/schema/index.ts';
import { DomainError } from '../../core/error.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import type { Member } from '../member/roster.ts';
import type { Actor } from '../ports.ts';
import type { Scope } from '../scope.ts';

/**
 * A dispute whose case is held for change.
 * @throws DomainError `not_found`
 */
export async function holdDispute(
  scope: Scope,
  actor: Actor,
  disputeId: number,
): Promise<{ readonly held: HeldCase; readonly row: DisputeRow }> {
  const found = await findDispute(scope.tx, disputeId);
  if (found === undefined) throw new DomainError('not_found', `There is no dispute ${disputeId} here.`);
  const held = await holdCase(scope, actor, found.caseId);
  return { held, row: (await findDispute(scope.tx, disputeId)) ?? found };
}

export function answeredAlready(
  people: ReadonlyMap<number, Member>,
  { status, resolvedBy }: DisputeRow,
): DomainError {
  const who = resolvedBy === null ? '' : ` by ${people.get(resolvedBy)?.name ?? 'somebody'}`;
  const how = status === 'moot' ? 'over, because all of it was paid' : `answered${who}`;
  return new DomainError('conflict', `This dispute is ${how} already; nothing was changed.`);
}
