import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { outbox } from '../../schema/index.ts';
import { here } from '../here.ts';
import { waitTurn } from '../wait-turn.ts';
import type { NewRow } from '../new-row.ts';

export type NewMessage = Omit<NewRow<typeof outbox>, 'sequence'>;

/**
 * Puts messages at the end of their streams and returns their ids in order. The sequence is taken under a lock per
 * workspace that lasts as long as the transaction, so that a stream has no gap a reader could overtake.
 */
export async function appendToOutbox(
  tx: Transaction,
  messages: readonly NewMessage[],
): Promise<readonly number[]> {
  await waitTurn(tx);
  const [last] = await tx.execute<{ top: bigint }>(
    sql`select sequence as top from outbox where workspace_id = current_workspace() order by id desc limit 1`,
  );
  const top = Number(last?.top ?? 0n);
  const rows = await tx
    .insert(outbox)
    .values(messages.map((message, n) => ({ ...message, workspaceId: here, sequence: top + n + 1 })))
    .returning({ id: outbox.id });
  return rows.map((row) => row.id);
}
