import { and, eq, sql } from 'drizzle-orm';
import { task } from '../../../db/schema/index.ts';
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
    const [found] = await scope.tx.select().from(task).where(eq(task.id, taskId));
    if (found === undefined) throw new DomainError('not_found', `There is no task ${taskId} here.`);
    const held = await holdCase(scope, actor, found.caseId);
    const [done] = await scope.tx
      .update(task)
      .set({ status: 'done', closedAt: scope.now, fence: sql`${task.fence} + 1` })
      .where(and(eq(task.id, taskId), eq(task.status, 'open'), eq(task.kind, 'commitment')))
      .returning({ what: task.what });
    if (done === undefined)
      throw new DomainError('conflict', `“${found.what}” is not open any more: it was done or dropped.`);
    await record(scope, [
      {
        what: 'commitment kept',
        memberId: held.actor.id,
        caseId: found.caseId,
        details: { task: done.what },
      },
    ]);
    await refreshLists(scope, found.caseId);
    await wakeCases(scope, [found.caseId]);
    return done.what;
  });
}
