import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { outbox, type OutboxRow } from '../../schema/index.ts';

export type SettledColumns = Pick<OutboxRow, 'status'> &
  Partial<Pick<OutboxRow, 'channelId' | 'messageId' | 'notBefore' | 'trouble'>>;

/** Writes down what became of a claimed message; nobody holds it any longer. */
export async function settleMessage(tx: Transaction, id: number, settled: SettledColumns): Promise<void> {
  await tx
    .update(outbox)
    .set({ ...settled, claimedUntil: null })
    .where(eq(outbox.id, id));
}

/** Takes a claimed message off its stream. */
export async function dropMessage(tx: Transaction, id: number): Promise<void> {
  await tx
    .update(outbox)
    .set({ status: 'dropped', claimedUntil: null })
    .where(and(eq(outbox.id, id), eq(outbox.status, 'claimed')));
}

/** Replies to a message that will never have a place are parked with it. */
export async function parkOrphans(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    update outbox o set status = 'parked', trouble = 'the message it replies to was not sent'
    from outbox p where o.workspace_id = current_workspace() and p.workspace_id = o.workspace_id
      and p.id = o.parent_id and p.status in ('parked', 'dropped') and o.status = 'waiting'`);
}
