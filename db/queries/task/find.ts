import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { task, type TaskRow } from '../../schema/index.ts';

export async function findTask(tx: Transaction, id: number): Promise<TaskRow | undefined> {
  const [row] = await tx.select().from(task).where(eq(task.id, id));
  return row;
}

/** What is still to be done for these cases, the nearest deadline first. */
export async function openTasks(tx: Transaction, caseIds: readonly number[]): Promise<readonly TaskRow[]> {
  return tx
    .select()
    .from(task)
    .where(and(inArray(task.caseId, [...caseIds]), eq(task.status, 'open')))
    .orderBy(asc(task.deadlineAt), asc(task.id));
}

/** The call to be made for a case: the ladder's, else the next call back that we agreed to. */
export async function openCall(tx: Transaction, caseId: number): Promise<TaskRow | undefined> {
  const [row] = await tx
    .select()
    .from(task)
    .where(and(eq(task.caseId, caseId), eq(task.status, 'open'), inArray(task.kind, ['call', 'call back'])))
    .orderBy(sql`${task.kind} = 'call' desc`, asc(task.dueAt))
    .limit(1);
  return row;
}

/** The fences of those of the tasks that are open, by task. */
export async function fencesOfOpenTasks(
  tx: Transaction,
  ids: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await tx
    .select({ id: task.id, fence: task.fence })
    .from(task)
    .where(and(inArray(task.id, [...ids]), eq(task.status, 'open')));
  return new Map(rows.map((row) => [row.id, row.fence]));
}

/** The cases of those of the tasks that are open. */
export async function casesOfOpenTasks(tx: Transaction, ids: readonly number[]): Promise<readonly number[]> {
  const rows = await tx
    .selectDistinct({ caseId: task.caseId })
    .from(task)
    .where(and(inArray(task.id, [...ids]), eq(task.status, 'open')));
  return rows.map((row) => row.caseId);
}

/** Everybody who holds a task of these cases, held it first, or did when it was closed. */
export async function holdersOfTasks(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const rows = await tx
    .selectDistinct({ holderId: task.holderId, firstHolderId: task.firstHolderId })
    .from(task)
    .where(inArray(task.caseId, [...caseIds]));
  return new Set(rows.flatMap((row) => [row.holderId, row.firstHolderId]));
}
