import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { task, type TaskRow } from '../../schema/index.ts';

/** Counts nudges about a task as given. */
export async function spendNudges(tx: Transaction, id: number, spent: number): Promise<void> {
  await tx.update(task).set({ nudgesSpent: spent }).where(eq(task.id, id));
}

/** Puts a task into other hands or to another time; the fence rises, so that no message about it as it was is sent. */
export async function moveTask(
  tx: Transaction,
  id: number,
  to: Pick<TaskRow, 'dueAt' | 'deadlineAt' | 'nudgesSpent'> &
    Partial<Pick<TaskRow, 'holderId' | 'level' | 'attempts'>>,
): Promise<void> {
  await tx
    .update(task)
    .set({ ...to, fence: sql`${task.fence} + 1` })
    .where(eq(task.id, id));
}
