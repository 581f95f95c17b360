import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { approval, type ApprovalRow } from '../../schema/index.ts';

export type ApprovalDecision = Pick<ApprovalRow, 'decidedBy' | 'decidedAt'> &
  Partial<Pick<ApprovalRow, 'reason' | 'reviewOn' | 'decidedAlone'>> & {
    readonly status: Exclude<ApprovalRow['status'], 'pending'>;
  };

/**
 * The compare-and-set that makes a decision one: nobody else's transaction can have left it pending too.
 * @returns whether this decision is the one.
 */
export async function consumeApproval(
  tx: Transaction,
  id: number,
  decision: ApprovalDecision,
): Promise<boolean> {
  const consumed = await tx
    .update(approval)
    .set(decision)
    .where(and(eq(approval.id, id), eq(approval.status, 'pending')))
    .returning({ id: approval.id });
  return consumed.length > 0;
}

/** Takes an approval back that was given for what did not happen. */
export async function lapseApproved(tx: Transaction, id: number, reason: string): Promise<void> {
  await tx
    .update(approval)
    .set({ status: 'lapsed', reason })
    .where(and(eq(approval.id, id), eq(approval.status, 'approved')));
}
