import { and, asc, eq, lt } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { member, task, type TaskRow } from '../../schema/index.ts';

/** More of one kind are one fault, and not many. */
const most = 50;

/** Tasks whose deadline passed before a moment and that are open as if nothing were: nobody took them over. */
export async function tasksPastDeadline(tx: Transaction, before: Date): Promise<readonly TaskRow[]> {
  return tx
    .select()
    .from(task)
    .where(and(eq(task.status, 'open'), lt(task.deadlineAt, before)))
    .orderBy(asc(task.deadlineAt), asc(task.id))
    .limit(most);
}

/** Tasks in the hands of somebody who is not here any more. */
export async function tasksOfNobody(tx: Transaction): Promise<readonly TaskRow[]> {
  const rows = await tx
    .select({ task })
    .from(task)
    .innerJoin(member, and(eq(member.workspaceId, task.workspaceId), eq(member.id, task.holderId)))
    .where(and(eq(task.status, 'open'), eq(member.active, false)))
    .orderBy(asc(task.id))
    .limit(most);
  return rows.map((row) => row.task);
}
