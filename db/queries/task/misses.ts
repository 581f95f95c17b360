import { and, asc, count, desc, eq, gt, gte, inArray, lte, ne } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { miss, task, type TaskRow } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';

export async function insertMisses(tx: Transaction, missed: readonly NewRow<typeof miss>[]): Promise<void> {
  await tx.insert(miss).values(missed.map((one) => ({ ...one, workspaceId: here })));
}

/** How many deadlines each person has missed since a day, most first. */
export async function missesSince(
  tx: Transaction,
  day: string,
): Promise<readonly { readonly memberId: number; readonly missed: number }[]> {
  return tx
    .select({ memberId: miss.memberId, missed: count() })
    .from(miss)
    .where(gte(miss.onDay, day))
    .groupBy(miss.memberId)
    .orderBy(desc(count()), asc(miss.memberId));
}

/** How many tasks each person was handed on a day because somebody else had missed them, by person. */
export async function takeoversOn(tx: Transaction, day: string): Promise<ReadonlyMap<number, number>> {
  const rows = await tx
    .select({ heldBy: miss.nextHolderId, tasks: count() })
    .from(miss)
    .where(and(eq(miss.onDay, day), ne(miss.memberId, miss.nextHolderId)))
    .groupBy(miss.nextHolderId);
  return new Map(rows.map((row) => [row.heldBy, row.tasks]));
}

export interface Takeover {
  readonly missedBy: number;
  /** The same person when the next in line could take no more. */
  readonly heldBy: number;
  readonly day: string;
}

/** Who missed these tasks and who had them next, each pair of people and day once. */
export async function takeoversOfTasks(
  tx: Transaction,
  taskIds: readonly number[],
): Promise<readonly Takeover[]> {
  return tx
    .selectDistinct({ missedBy: miss.memberId, heldBy: miss.nextHolderId, day: miss.onDay })
    .from(miss)
    .where(inArray(miss.taskId, [...taskIds]));
}

/** The tasks that went from one person to another on a day, in the order in which they were missed. */
export async function tasksTakenOver(
  tx: Transaction,
  of: Takeover,
): Promise<readonly Pick<TaskRow, 'caseId' | 'kind'>[]> {
  return tx
    .select({ caseId: task.caseId, kind: task.kind })
    .from(miss)
    .innerJoin(task, and(eq(task.workspaceId, miss.workspaceId), eq(task.id, miss.taskId)))
    .where(and(eq(miss.memberId, of.missedBy), eq(miss.nextHolderId, of.heldBy), eq(miss.onDay, of.day)))
    .orderBy(asc(miss.id));
}

export interface HandedOver {
  readonly caseId: number;
  readonly missedBy: number;
}

/** What somebody had in hand after a deadline passed, after one instant and up to another; in the order in which it was missed. */
export async function handedOverBetween(
  tx: Transaction,
  heldBy: number,
  from: Date,
  to: Date,
): Promise<readonly HandedOver[]> {
  return tx
    .select({ caseId: task.caseId, missedBy: miss.memberId })
    .from(miss)
    .innerJoin(task, and(eq(task.workspaceId, miss.workspaceId), eq(task.id, miss.taskId)))
    .where(and(eq(miss.nextHolderId, heldBy), gt(miss.at, from), lte(miss.at, to)))
    .orderBy(asc(miss.id));
}
