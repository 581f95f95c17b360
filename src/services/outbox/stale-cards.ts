import { and, asc, eq, gt, isNotNull, lte } from 'drizzle-orm';
import { card, outbox } from '../../../db/schema/index.ts';
import type { CardKind } from '../notice.ts';
import type { Office } from '../ports.ts';
import { within } from '../scope.ts';

export interface StaleCard {
  readonly id: number;
  readonly kind: CardKind;
  readonly subject: string;
  readonly wanted: number;
  readonly channelId: string;
  readonly messageId: string;
}

/** Cards on the platform that show less than is known. Updating one twice is harmless, so none is claimed. */
export async function staleCards(office: Office, workspaceId: number): Promise<readonly StaleCard[]> {
  return within(office, workspaceId, async (scope) => {
    const rows = await scope.tx
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
          lte(card.notBefore, office.machineNow()),
          eq(outbox.status, 'sent'),
          isNotNull(outbox.messageId),
        ),
      )
      .orderBy(asc(card.id))
      .limit(20);
    return rows.map((row) => ({ ...row, channelId: row.channelId!, messageId: row.messageId! }));
  });
}

/** The card shows what was wanted when it was rendered; anything wanted since then refreshes it once more. */
export async function cardShown(office: Office, workspaceId: number, of: StaleCard): Promise<void> {
  await within(office, workspaceId, (scope) =>
    scope.tx
      .update(card)
      .set({ shown: of.wanted })
      .where(and(eq(card.id, of.id), lte(card.shown, of.wanted))),
  );
}

export async function cardDelayed(
  office: Office,
  workspaceId: number,
  of: StaleCard,
  fate: { readonly afterSeconds: number } | 'parked',
): Promise<void> {
  const change =
    fate === 'parked'
      ? { parked: true }
      : { notBefore: new Date(office.machineNow().getTime() + fate.afterSeconds * 1000) };
  await within(office, workspaceId, (scope) => scope.tx.update(card).set(change).where(eq(card.id, of.id)));
}
