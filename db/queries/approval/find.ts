import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { approval, type ApprovalRow } from '../../schema/index.ts';

export async function findApproval(tx: Transaction, id: number): Promise<ApprovalRow | undefined> {
  const [row] = await tx.select().from(approval).where(eq(approval.id, id));
  return row;
}

export async function approvalsById(
  tx: Transaction,
  ids: readonly number[],
): Promise<readonly ApprovalRow[]> {
  return tx
    .select()
    .from(approval)
    .where(inArray(approval.id, [...ids]))
    .orderBy(asc(approval.id));
}

/** Approvals of these cases that nobody has decided yet. */
export async function pendingApprovals(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly ApprovalRow[]> {
  return tx
    .select()
    .from(approval)
    .where(and(inArray(approval.caseId, [...caseIds]), eq(approval.status, 'pending')));
}
