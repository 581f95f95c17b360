import { and, count, eq, gte, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { card, type CardRow, outbox } from '../../schema/index.ts';
import { here } from '../here.ts';

type Kind = CardRow['kind'];

/** The live card about a subject, if it was posted. */
export async function findCard(
  tx: Transaction,
  kind: Kind,
  subject: string,
): Promise<Pick<CardRow, 'outboxId' | 'wanted'> | undefined> {
  const [row] = await tx
    .select({ outboxId: card.outboxId, wanted: card.wanted })
    .from(card)
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

/** Wants the cards of these subjects rendered afresh. Returns the outbox rows that posted them; none for those never posted. */
export async function wantCards(
  tx: Transaction,
  kind: Kind,
  subjects: readonly string[],
): Promise<readonly number[]> {
  const rows = await tx
    .update(card)
    .set({ wanted: sql`${card.wanted} + 1` })
    .where(and(eq(card.kind, kind), inArray(card.subject, [...subjects])))
    .returning({ outboxId: card.outboxId });
  return rows.map((row) => row.outboxId);
}

export async function insertCard(
  tx: Transaction,
  of: Pick<CardRow, 'kind' | 'subject' | 'outboxId' | 'notBefore'>,
): Promise<void> {
  await tx.insert(card).values({ ...of, workspaceId: here });
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
