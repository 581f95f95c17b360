import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { outbox, type OutboxRow } from '../../schema/index.ts';

export type SettledColumns = Pick<OutboxRow, 'status'> &
  Partial<Pick<OutboxRow, 'attempts' | 'channelId' | 'holdUntil' | 'messageId' | 'notBefore' | 'trouble'>>;

/** A claim: the message and the attempt it was claimed for. */
export type Held = Pick<OutboxRow, 'id' | 'attempts'>;

/**
 * Writes down what became of a claimed message; nobody holds it any longer.
 * @returns whether the claim still held: one that ran out may be somebody else's by now, and changes nothing.
 */
export async function settleMessage(tx: Transaction, held: Held, settled: SettledColumns): Promise<boolean> {
  const rows = await tx
    .update(outbox)
    .set({ ...settled, claimedUntil: null })
    .where(and(eq(outbox.id, held.id), eq(outbox.status, 'claimed'), eq(outbox.attempts, held.attempts)))
    .returning({ id: outbox.id });
  return rows.length > 0;
}

/** Replies to a message that will never have a place are parked with it, so that their stream goes on. */
export async function parkOrphans(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    update outbox o set status = 'parked', trouble = 'the message it replies to was not sent'
    from outbox p where o.workspace_id = current_workspace() and p.workspace_id = o.workspace_id
      and p.id = o.parent_id and p.status in ('parked', 'dropped') and o.status = 'waiting'`);
}
