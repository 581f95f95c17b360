import { and, eq, lte, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { card, type CardRow, outbox } from '../../schema/index.ts';

export interface StaleCard extends Pick<CardRow, 'id' | 'kind' | 'subject' | 'outboxId' | 'wanted'> {
  readonly channelId: string;
  readonly messageId: string;
}

interface StaleRow extends Record<string, unknown> {
  readonly id: bigint;
  readonly kind: CardRow['kind'];
  readonly subject: string;
  readonly outbox_id: bigint;
  readonly wanted: number;
  readonly channel_id: string;
  readonly message_id: string;
}

/**
 * Claims one card on the platform that shows less than is wanted; those put off are left out. The claim stands on the
 * message that posted the card: two refreshes at once could leave the older one on top.
 */
export async function claimStaleCard(
  tx: Transaction,
  machineNow: Date,
  leaseSeconds: number,
): Promise<StaleCard | undefined> {
  const now = machineNow.toISOString();
  const [row] = await tx.execute<StaleRow>(sql`
    with stale as (
      select k.id, k.outbox_id from card k
      join outbox o on o.workspace_id = k.workspace_id and o.id = k.outbox_id
      where k.workspace_id = current_workspace() and k.wanted > k.shown and not k.parked
        and k.not_before <= ${now}::timestamptz
        and o.status = 'sent' and o.channel_id is not null and o.message_id is not null
        and (o.claimed_until is null or o.claimed_until < ${now}::timestamptz)
      order by k.id limit 1 for update of o skip locked)
    update outbox o set claimed_until = ${now}::timestamptz + ${leaseSeconds} * interval '1 second'
    from stale s join card k on k.workspace_id = current_workspace() and k.id = s.id
    where o.workspace_id = current_workspace() and o.id = s.outbox_id
    returning k.id, k.kind, k.subject, k.outbox_id, k.wanted, o.channel_id, o.message_id`);
  return row && placed(row);
}

function placed({ id, outbox_id: outboxId, channel_id: channelId, message_id: messageId, ...row }: StaleRow) {
  return { ...row, id: Number(id), outboxId: Number(outboxId), channelId, messageId };
}

/** Nobody refreshes the card that this message posted any longer. */
export async function releaseCard(tx: Transaction, outboxId: number): Promise<void> {
  await tx.update(outbox).set({ claimedUntil: null }).where(eq(outbox.id, outboxId));
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
