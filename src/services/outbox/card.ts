import { and, eq, inArray, sql } from 'drizzle-orm';
import { card } from '../../../db/schema/index.ts';
import type { CardKind } from '../notice.ts';
import type { Scope } from '../scope.ts';
import { enqueue, type Envelope } from './enqueue.ts';

/**
 * Makes sure that a live card exists and will be current: posted once (as `place` says), afterwards refreshed in
 * place. Returns the outbox row that posts it, for replies.
 */
export async function showCard(
  scope: Scope,
  kind: CardKind,
  subject: string,
  place: Omit<Envelope, 'notice' | 'class'>,
): Promise<number> {
  const [known] = await scope.tx
    .update(card)
    .set({ wanted: sql`${card.wanted} + 1` })
    .where(and(eq(card.kind, kind), eq(card.subject, subject)))
    .returning({ outboxId: card.outboxId });
  if (known !== undefined) {
    scope.wake('deliver');
    return known.outboxId;
  }
  return postCard(scope, kind, subject, place);
}

/** Refreshes cards that were posted; those that never were stay silent. */
export async function refreshCards(scope: Scope, kind: CardKind, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return;
  const touched = await scope.tx
    .update(card)
    .set({ wanted: sql`${card.wanted} + 1` })
    .where(and(eq(card.kind, kind), inArray(card.subject, [...subjects])))
    .returning({ id: card.id });
  if (touched.length > 0) scope.wake('deliver');
}

async function postCard(
  scope: Scope,
  kind: CardKind,
  subject: string,
  place: Omit<Envelope, 'notice' | 'class'>,
): Promise<number> {
  const [outboxId] = await enqueue(scope, [
    { ...place, class: 'durable', notice: { kind: 'card', card: kind, subject } },
  ]);
  if (outboxId === undefined) throw new Error('an enqueued message has an id');
  await scope.tx.insert(card).values({ workspaceId: scope.workspace.id, kind, subject, outboxId });
  return outboxId;
}
