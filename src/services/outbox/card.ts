import { findCard, wantCards, writeCard } from '../../../db/queries/outbox/cards.ts';
import type { CardKind } from '../notice.ts';
import type { Scope } from '../scope.ts';
import { enqueueOne, type Envelope } from './enqueue.ts';

/**
 * Makes sure that a live card exists and will be current: posted once (as `place` says), afterwards refreshed in
 * place, and posted anew if the platform did not take it. Returns the outbox row that posts it, for replies.
 */
export async function showCard(
  scope: Scope,
  kind: CardKind,
  subject: string,
  place: Omit<Envelope, 'notice' | 'class'>,
): Promise<number> {
  const known = await findCard(scope.tx, kind, subject);
  if (known === undefined || known.lost) return postCard(scope, kind, subject, place);
  await refreshCards(scope, kind, [subject]);
  return known.outboxId;
}

/** Refreshes cards that were posted; those that never were stay silent. */
export async function refreshCards(scope: Scope, kind: CardKind, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return;
  if ((await wantCards(scope.tx, kind, subjects)) > 0) scope.wake('deliver');
}

async function postCard(
  scope: Scope,
  kind: CardKind,
  subject: string,
  place: Omit<Envelope, 'notice' | 'class'>,
): Promise<number> {
  const outboxId = await enqueueOne(scope, {
    ...place,
    class: 'durable',
    notice: { kind: 'card', card: kind, subject },
  });
  await writeCard(scope.tx, { kind, subject, outboxId, notBefore: scope.office.machineNow() });
  return outboxId;
}
