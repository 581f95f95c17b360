import { and, asc, eq, gt, isNotNull, lte } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { card, type CardRow, outbox } from '../../schema/index.ts';

export interface StaleCard extends Pick<CardRow, 'id' | 'kind' | 'subject' | 'wanted'> {
  readonly channelId: string;
  readonly messageId: string;
}

/** Cards on the platform that show less than is wanted, and where each of them stands; those put off are left out. */
export async function staleCards(
  tx: Transaction,
  machineNow: Date,
  limit: number,
): Promise<readonly StaleCard[]> {
  const rows = await tx
    .select({
      id: card.id,
      kind: card.kind,
      subject: card.subject,
      wanted: card.wanted,
      channelId: outbox.channelId,
      messageId: outbox.messageId,
    })
    .from(card)
    .innerJoin(outbox, and(eq(outbox.workspaceId, card.workspaceId), eq(outbox.id, card.outboxId)))
    .where(
      and(
        gt(card.wanted, card.shown),
        eq(card.parked, false),
        lte(card.notBefore, machineNow),
        eq(outbox.status, 'sent'),
        isNotNull(outbox.channelId),
        isNotNull(outbox.messageId),
      ),
    )
    .orderBy(asc(card.id))
    .limit(limit);
  return rows.filter(isPlaced);
}

function isPlaced<Row extends { readonly channelId: string | null; readonly messageId: string | null }>(
  row: Row,
): row is Row & { readonly channelId: string; readonly messageId: string } {
  return row.channelId !== null && row.messageId !== null;
}

/** A card came onto the platform with its message, in this version. */
export async function noteCardPosted(tx: Transaction, outboxId: number, version: number): Promise<void> {
  await tx.update(card).set({ shown: version }).where(eq(card.outboxId, outboxId));
}

/** A card was updated to this version; one that was updated to a later one meanwhile stays so. */
export async function noteCardShown(tx: Transaction, id: number, version: number): Promise<void> {
  await tx
    .update(card)
    .set({ shown: version })
    .where(and(eq(card.id, id), lte(card.shown, version)));
}

export async function delayCard(tx: Transaction, id: number, until: Date): Promise<void> {
  await tx.update(card).set({ notBefore: until }).where(eq(card.id, id));
}

/** Gives a card up: it is refreshed no more. */
export async function parkCard(tx: Transaction, id: number): Promise<void> {
  await tx.update(card).set({ parked: true }).where(eq(card.id, id));
}
