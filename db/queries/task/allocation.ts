import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { task, type TaskRow } from '../../schema/index.ts';

/** The open allocation tasks of these cases. */
export async function openAllocations(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly TaskRow[]> {
  return tx
    .select()
    .from(task)
    .where(and(inArray(task.caseId, [...caseIds]), eq(task.kind, 'allocation'), eq(task.status, 'open')));
}

/** Nothing is left to allocate: the fence rises, so that nobody is nudged about it. */
export async function finishAllocations(tx: Transaction, ids: readonly number[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(task)
    .set({ status: 'done', closedAt: at, fence: sql`${task.fence} + 1` })
    .where(inArray(task.id, [...ids]));
}

/** Says anew what is to be allocated; holder and times stay. */
export async function renameTask(tx: Transaction, id: number, what: string): Promise<void> {
  await tx.update(task).set({ what }).where(eq(task.id, id));
}
