import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { task, type TaskRow } from '../../schema/index.ts';

/** The open task of having a claim delivered. */
export async function claimTask(tx: Transaction, caseId: number): Promise<TaskRow | undefined> {
  const [row] = await tx
    .select()
    .from(task)
    .where(and(eq(task.caseId, caseId), eq(task.kind, 'claim delivery'), eq(task.status, 'open')));
  return row;
}

/** Gives it another content and other times, in the same hands; messages about it as it was are not sent any more. */
export async function turnTask(
  tx: Transaction,
  id: number,
  to: Pick<TaskRow, 'what' | 'dueAt' | 'deadlineAt'>,
): Promise<void> {
  await tx
    .update(task)
    .set({ ...to, nudgesSpent: 0, fence: sql`${task.fence} + 1` })
    .where(eq(task.id, id));
}
