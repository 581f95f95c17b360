import { asc, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { approvalVote } from '../../schema/index.ts';
import { here } from '../here.ts';

export type Vote = Pick<typeof approvalVote.$inferSelect, 'approvalId' | 'memberId' | 'at'>;

/** Who agreed to these approvals, the first before. */
export async function votesOn(tx: Transaction, approvalIds: readonly number[]): Promise<readonly Vote[]> {
  return tx
    .select({ approvalId: approvalVote.approvalId, memberId: approvalVote.memberId, at: approvalVote.at })
    .from(approvalVote)
    .where(inArray(approvalVote.approvalId, [...approvalIds]))
    .orderBy(asc(approvalVote.at), asc(approvalVote.memberId));
}

/** Somebody agrees; whoever agreed before has said so already. */
export async function addVote(tx: Transaction, vote: Vote): Promise<void> {
  await tx
    .insert(approvalVote)
    .values({ ...vote, workspaceId: here })
    .onConflictDoNothing();
}
