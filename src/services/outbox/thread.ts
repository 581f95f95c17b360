import { and, eq, inArray } from 'drizzle-orm';
import { card } from '../../../db/schema/index.ts';
import type { Notice } from '../notice.ts';
import type { Scope } from '../scope.ts';
import { refreshCards, showCard } from './card.ts';
import { channelStream, enqueue, threadStream } from './enqueue.ts';

/** The case's card in the team's channel, posted if it is not there yet. Returns the row that posts it. */
export async function showCase(scope: Scope, caseId: number): Promise<number> {
  return showCard(scope, 'case', String(caseId), { stream: channelStream });
}

/** Says something in the thread of a case and brings its card up to date; opens the case's card if need be. */
export async function tellCase(scope: Scope, caseId: number, notice: Notice): Promise<number> {
  const parentId = await showCase(scope, caseId);
  const [id] = await enqueue(scope, [{ stream: threadStream(caseId), class: 'durable', notice, parentId }]);
  if (id === undefined) throw new Error('an enqueued message has an id');
  return id;
}

/**
 * Says something in the thread if the case has a card already. Small news (nobody picked up) is not worth a new card
 * in the channel: a team with hundreds of cases would drown in them.
 */
export async function mentionInThread(scope: Scope, caseId: number, notice: Notice): Promise<void> {
  const [known] = await scope.tx
    .select({ outboxId: card.outboxId })
    .from(card)
    .where(and(eq(card.kind, 'case'), eq(card.subject, String(caseId))));
  if (known === undefined) return;
  await refreshCards(scope, 'case', [String(caseId)]);
  await enqueue(scope, [
    { stream: threadStream(caseId), class: 'durable', notice, parentId: known.outboxId },
  ]);
}

/** Which of these cases have a card in the channel. */
export async function casesShown(scope: Scope, caseIds: readonly number[]): Promise<ReadonlySet<number>> {
  if (caseIds.length === 0) return new Set();
  const rows = await scope.tx
    .select({ subject: card.subject })
    .from(card)
    .where(and(eq(card.kind, 'case'), inArray(card.subject, caseIds.map(String))));
  return new Set(rows.map((row) => Number(row.subject)));
}
