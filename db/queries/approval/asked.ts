import { asc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { approvalAsked } from '../../schema/index.ts';
import { here } from '../here.ts';

export type Asked = Pick<typeof approvalAsked.$inferSelect, 'approvalId' | 'memberId' | 'bundle' | 'at'>;

/** Who was asked about these approvals, and in which of their messages. */
export async function askedAbout(tx: Transaction, approvalIds: readonly number[]): Promise<readonly Asked[]> {
  return tx
    .select({
      approvalId: approvalAsked.approvalId,
      memberId: approvalAsked.memberId,
      bundle: approvalAsked.bundle,
      at: approvalAsked.at,
    })
    .from(approvalAsked)
    .where(inArray(approvalAsked.approvalId, [...approvalIds]))
    .orderBy(asc(approvalAsked.at));
}

/** The approvals that a message lists, and since when; the first ones first. */
export async function approvalsInBundle(
  tx: Transaction,
  bundle: string,
): Promise<readonly { readonly id: number; readonly at: Date }[]> {
  return tx
    .select({ id: approvalAsked.approvalId, at: approvalAsked.at })
    .from(approvalAsked)
    .where(eq(approvalAsked.bundle, bundle))
    .orderBy(asc(approvalAsked.at), asc(approvalAsked.approvalId));
}

/** Lists approvals in messages; those that are listed there already stay. */
export async function noteAsked(tx: Transaction, asked: readonly Asked[]): Promise<void> {
  if (asked.length === 0) return;
  await tx
    .insert(approvalAsked)
    .values(asked.map((one) => ({ ...one, workspaceId: here })))
    .onConflictDoNothing();
}
