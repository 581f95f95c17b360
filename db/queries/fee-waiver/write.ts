import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { feeWaiver, feeWaiverInvoice, type FeeWaiverRow } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';
import { only } from '../only.ts';

/** Returns the id. */
export async function insertFeeWaiver(
  tx: Transaction,
  row: NewRow<typeof feeWaiver>,
  invoiceIds: readonly number[],
): Promise<number> {
  const rows = await tx
    .insert(feeWaiver)
    .values({ ...row, workspaceId: here })
    .returning({ id: feeWaiver.id });
  const { id } = only(rows);
  await tx
    .insert(feeWaiverInvoice)
    .values(invoiceIds.map((invoiceId) => ({ invoiceId, waiverId: id, workspaceId: here })));
  return id;
}

/**
 * Changes what became of a waiver, unless somebody was faster.
 * @returns whether it was in that state until now.
 */
export async function changeFeeWaiver(
  tx: Transaction,
  id: number,
  from: FeeWaiverRow['status'],
  status: FeeWaiverRow['status'],
): Promise<boolean> {
  const changed = await tx
    .update(feeWaiver)
    .set({ status })
    .where(and(eq(feeWaiver.id, id), eq(feeWaiver.status, from)))
    .returning({ id: feeWaiver.id });
  return changed.length > 0;
}
