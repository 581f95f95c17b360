import { finishCommitment as finish } from '../../../db/queries/task/close.ts';
import { findTask } from '../../../db/queries/task/find.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';
import { refreshLists } from './refresh-lists.ts';

/**
 * Marks something we owed a customer as done. Returns what it was.
 * @throws DomainError `conflict` when it was done already.
 */
export async function finishCommitment(office: Office, actor: Actor, taskId: number): Promise<string> {
  return within(office, actor.workspaceId, async (scope) => {
    const found = await findTask(scope.tx, taskId);
    if (found === undefined) throw new DomainError('not_found', `There is no task ${taskId} here.`);
    const { caseId, what } = found;
    const held = await holdCase(scope, actor, caseId);
    if (!(await finish(scope.tx, taskId, scope.now)))
      throw new DomainError('conflict', `“${what}” is not open any more: it was done or dropped.`);
    await record(scope, [
      { what: 'commitment kept', memberId: held.actor.id, caseId, details: { task: what } },
    ]);
    await refreshLists(scope, [caseId]);
    await wakeCases(scope, [caseId]);
    return what;
  });
}
