import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { card, outbox } from '../../schema/index.ts';

/** The case whose card is this message of the platform. */
export async function caseOfMessage(
  tx: Transaction,
  channelId: string,
  messageId: string,
): Promise<number | undefined> {
  const [row] = await tx
    .select({ subject: card.subject })
    .from(card)
    .innerJoin(outbox, and(eq(outbox.workspaceId, card.workspaceId), eq(outbox.id, card.outboxId)))
    .where(and(eq(card.kind, 'case'), eq(outbox.channelId, channelId), eq(outbox.messageId, messageId)));
  return row === undefined ? undefined : Number(row.subject);
}
