import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { task, type TaskRow } from '../../schema/index.ts';

/** What closing a task writes; the fence rises, so that no message about it is sent any more. */
const closing = (status: Exclude<TaskRow['status'], 'open'>, at: Date) => ({
  status,
  closedAt: at,
  fence: sql`${task.fence} + 1`,
});

/** Takes the open calls of these cases off everybody's list. */
export async function closeCalls(
  tx: Transaction,
  caseIds: readonly number[],
  status: 'done' | 'superseded' | 'cancelled',
  at: Date,
  kinds: readonly ('call' | 'call back')[] = ['call'],
): Promise<void> {
  if (caseIds.length === 0) return;
  await tx
    .update(task)
    .set(closing(status, at))
    .where(and(inArray(task.caseId, [...caseIds]), inArray(task.kind, [...kinds]), eq(task.status, 'open')));
}

export async function finishTask(tx: Transaction, id: number, at: Date): Promise<void> {
  await tx.update(task).set(closing('done', at)).where(eq(task.id, id));
}

/** What became of a letter is known: nobody has to find out, or to post it, any more. */
export async function finishLetterTasks(
  tx: Transaction,
  caseId: number,
  kind: 'claim delivery' | 'letter fate',
  at: Date,
): Promise<void> {
  await tx
    .update(task)
    .set(closing('done', at))
    .where(and(eq(task.caseId, caseId), eq(task.kind, kind), eq(task.status, 'open')));
}

/** A claim is not posted after all. */
export async function cancelClaimTasks(tx: Transaction, caseIds: readonly number[], at: Date): Promise<void> {
  await tx
    .update(task)
    .set(closing('cancelled', at))
    .where(and(inArray(task.caseId, [...caseIds]), eq(task.kind, 'claim delivery'), eq(task.status, 'open')));
}

/**
 * Marks a commitment as kept, once.
 * @returns whether it was open until now.
 */
export async function finishCommitment(tx: Transaction, id: number, at: Date): Promise<boolean> {
  const done = await tx
    .update(task)
    .set(closing('done', at))
    .where(and(eq(task.id, id), eq(task.status, 'open'), eq(task.kind, 'commitment')))
    .returning({ id: task.id });
  return done.length > 0;
}

/** Somebody looked at the stop that a rep reported. */
export async function finishStopChecks(tx: Transaction, caseIds: readonly number[], at: Date): Promise<void> {
  await tx
    .update(task)
    .set(closing('done', at))
    .where(and(inArray(task.caseId, [...caseIds]), eq(task.kind, 'stop check'), eq(task.status, 'open')));
}

/** A dispute was answered, or its credit note is booked: nobody has to see to it any more. */
export async function closeDisputeTasks(
  tx: Transaction,
  disputeId: number,
  kind: 'dispute' | 'credit note',
  status: 'done' | 'cancelled',
  at: Date,
): Promise<void> {
  await tx
    .update(task)
    .set(closing(status, at))
    .where(and(eq(task.disputeId, disputeId), eq(task.kind, kind), eq(task.status, 'open')));
}
