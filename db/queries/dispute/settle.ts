import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { dispute, disputeInvoice, type DisputeRow } from '../../schema/index.ts';

type Settlement = Pick<DisputeRow, 'status'> &
  Partial<Pick<DisputeRow, 'upheld' | 'resolvedBy' | 'resolvedOn' | 'answer' | 'creditedBy'>>;

/**
 * The compare-and-set that makes an answer one.
 * @returns whether the dispute was in that state until now.
 */
export async function settleDispute(
  tx: Transaction,
  id: number,
  from: DisputeRow['status'],
  to: Settlement,
): Promise<boolean> {
  const settled = await tx
    .update(dispute)
    .set(to)
    .where(and(eq(dispute.id, id), eq(dispute.status, from)))
    .returning({ id: dispute.id });
  return settled.length > 0;
}

/** Writes down how much of one invoice they are right about. */
export async function upholdLine(
  tx: Transaction,
  disputeId: number,
  invoiceId: number,
  upheld: bigint,
): Promise<void> {
  await tx
    .update(disputeInvoice)
    .set({ upheld })
    .where(and(eq(disputeInvoice.disputeId, disputeId), eq(disputeInvoice.invoiceId, invoiceId)));
}
