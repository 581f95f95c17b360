import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { approval, type ApprovalRow } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';
import { only } from '../only.ts';

/** Returns the row. A case and step have one pending approval at most: the unique index refuses a second. */
export async function insertApproval(tx: Transaction, asked: NewRow<typeof approval>): Promise<ApprovalRow> {
  const rows = await tx
    .insert(approval)
    .values({ ...asked, workspaceId: here })
    .returning();
  return only(rows);
}

/** Counts reminders of an approval as given. */
export async function spendReminders(tx: Transaction, id: number, spent: number): Promise<void> {
  await tx.update(approval).set({ remindersSpent: spent }).where(eq(approval.id, id));
}

type Again = Pick<ApprovalRow, 'againOn' | 'againBy' | 'againBecause'>;

/**
 * Has a refused approval looked at again on a day of somebody's choosing.
 * @returns whether it was refused, and nobody had done that before.
 */
export async function lookAgain(tx: Transaction, id: number, again: Again): Promise<boolean> {
  const changed = await tx
    .update(approval)
    .set(again)
    .where(and(eq(approval.id, id), eq(approval.status, 'refused'), isNull(approval.againBy)))
    .returning({ id: approval.id });
  return changed.length > 0;
}
