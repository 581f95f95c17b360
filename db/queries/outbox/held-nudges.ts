import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { outbox, type OutboxRow } from '../../schema/index.ts';

export type HeldNudge = Pick<OutboxRow, 'id' | 'stream' | 'notice'>;

/** The nudges of these streams that are held for a while yet, locked, so that nobody sends them meanwhile. */
export async function heldNudges(
  tx: Transaction,
  streams: readonly string[],
  now: Date,
): Promise<readonly HeldNudge[]> {
  return tx
    .select({ id: outbox.id, stream: outbox.stream, notice: outbox.notice })
    .from(outbox)
    .where(
      and(
        inArray(outbox.stream, [...streams]),
        eq(outbox.status, 'waiting'),
        gt(outbox.holdUntil, now),
        sql`${outbox.notice}->>'kind' = 'nudge'`,
      ),
    )
    .for('update');
}

/** Has a message that was not sent yet say something else. */
export async function rewriteMessage(
  tx: Transaction,
  id: number,
  notice: OutboxRow['notice'],
): Promise<void> {
  await tx.update(outbox).set({ notice }).where(eq(outbox.id, id));
}
