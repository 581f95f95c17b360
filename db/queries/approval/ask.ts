import { eq } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { approval } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';
import { only } from '../only.ts';

/** Returns the id. A case and step have one pending approval at most: the unique index refuses a second. */
export async function insertApproval(tx: Transaction, asked: NewRow<typeof approval>): Promise<number> {
  const rows = await tx
    .insert(approval)
    .values({ ...asked, workspaceId: here })
    .returning({ id: approval.id });
  return only(rows).id;
}

/** Counts reminders of an approval as given. */
export async function spendReminders(tx: Transaction, id: number, spent: number): Promise<void> {
  await tx.update(approval).set({ remindersSpent: spent }).where(eq(approval.id, id));
}
