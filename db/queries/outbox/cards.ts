import { and, count, eq, gte, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { card, type CardRow, outbox } from '../../schema/index.ts';
import { here } from '../here.ts';

type Kind = CardRow['kind'];

export interface FoundCard extends Pick<CardRow, 'outboxId' | 'wanted'> {
  /** The platform took neither its message nor an update of it: nobody can see it, or not as it should be. */
  readonly lost: boolean;
}

/** The live card about a subject, if it was posted. */
export async function findCard(tx: Transaction, kind: Kind, subject: string): Promise<FoundCard | undefined> {
  const [row] = await tx
    .select({
      outboxId: card.outboxId,
      wanted: card.wanted,
      lost: sql<boolean>`${card.parked} or ${outbox.status} in ('parked', 'dropped')`,
    })
    .from(card)
    .innerJoin(outbox, and(eq(outbox.workspaceId, card.workspaceId), eq(outbox.id, card.outboxId)))
    .where(and(eq(card.kind, kind), eq(card.subject, subject)));
  return row;
}

/** Those of the subjects that a card was posted for. */
export async function subjectsWithCard(
  tx: Transaction,
  kind: Kind,
  subjects: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx
    .select({ subject: card.subject })
    .from(card)
    .where(and(eq(card.kind, kind), inArray(card.subject, [...subjects])));
  return rows.map((row) => row.subject);
}

/** Wants the cards of these subjects rendered afresh. Returns how many there are; those never posted are none. */
export async function wantCards(tx: Transaction, kind: Kind, subjects: readonly string[]): Promise<number> {
  const rows = await tx
    .update(card)
    .set({ wanted: sql`${card.wanted} + 1` })
    .where(and(eq(card.kind, kind), inArray(card.subject, [...subjects])))
    .returning({ id: card.id });
  return rows.length;
}

/** A card that this message posts; one about the same subject that was lost gives way to it. */
export async function writeCard(
  tx: Transaction,
  of: Pick<CardRow, 'kind' | 'subject' | 'outboxId' | 'notBefore'>,
): Promise<void> {
  await tx
    .insert(card)
    .values({ ...of, workspaceId: here })
    .onConflictDoUpdate({
      target: [card.workspaceId, card.kind, card.subject],
      set: { ...of, wanted: sql`${card.wanted} + 1`, shown: 0, parked: false },
    });
}

/** How many cards of a kind were posted at this moment of business time or later. */
export async function countCardsSince(tx: Transaction, kind: Kind, since: Date): Promise<number> {
  const [row] = await tx
    .select({ cards: count() })
    .from(card)
    .innerJoin(outbox, and(eq(outbox.workspaceId, card.workspaceId), eq(outbox.id, card.outboxId)))
    .where(and(eq(card.kind, kind), gte(outbox.createdAt, since)));
  return row?.cards ?? 0;
}
