import { lookAgain } from '../../../db/queries/approval/ask.ts';
import { findApproval, followersOf } from '../../../db/queries/approval/find.ts';
import { caseIdsBeside } from '../../../db/queries/case/ids.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import type { ApprovalRow } from '../../../db/schema/index.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { refreshApproval } from './bundle.ts';

/**
 * Has something that was refused asked again before the day to look again, because somebody has new grounds: whoever
 * decides sees the refusal and the grounds. Nobody who ever asked it is asked.
 * @throws DomainError `invalid` without grounds; `conflict` when it was not refused, or is asked again already
 */
export async function askAgain(
  office: Office,
  actor: Actor,
  approvalId: number,
  grounds: string,
): Promise<void> {
  if (grounds.trim() === '')
    throw new DomainError('invalid', 'Asking again needs new grounds: write what changed since the refusal.');
  await within(office, actor.workspaceId, async (scope) => {
    const { row, held } = await holdRefused(scope, actor, approvalId);
    const again = { againOn: scope.today, againBy: held.actor.id, againBecause: grounds.trim() };
    if (!(await lookAgain(scope.tx, approvalId, again))) throw notRefused(held, row);
    await refreshApproval(scope, approvalId);
    const details = { grounds: grounds.trim() };
    await record(scope, [
      { what: `${row.step} asked again`, memberId: held.actor.id, caseId: row.caseId, details },
    ]);
    await wakeCases(scope, [row.caseId]);
  });
}

async function holdRefused(
  scope: Scope,
  actor: Actor,
  approvalId: number,
): Promise<{ readonly row: ApprovalRow; readonly held: HeldCase }> {
  const seen = await findApproval(scope.tx, approvalId);
  if (seen === undefined) throw new DomainError('not_found', `There is no approval ${approvalId} here.`);
  await lockCases(scope.tx, await caseIdsBeside(scope.tx, seen.caseId));
  const held = await holdCase(scope, actor, seen.caseId);
  const row = (await findApproval(scope.tx, approvalId)) ?? seen;
  if ((await followersOf(scope.tx, [approvalId])).has(approvalId))
    throw new DomainError('conflict', 'This was asked again already: see the newest question in the thread.');
  return { row, held };
}

function notRefused({ people }: HeldCase, { status, againBy }: ApprovalRow): DomainError {
  if (status !== 'refused')
    return new DomainError('conflict', `This was not refused: it is ${status}. Nothing was changed.`);
  const who = people.get(againBy ?? 0)?.name ?? 'Somebody';
  return new DomainError('conflict', `${who} had it asked again already; your press changed nothing.`);
}
