import { findCard, subjectsWithCard } from '../../../db/queries/outbox/cards.ts';
import type { Notice } from '../notice.ts';
import type { Scope } from '../scope.ts';
import { refreshCards, showCard } from './card.ts';
import { channelStream, enqueue, enqueueOne, threadStream } from './enqueue.ts';
import { endOfNight } from './night.ts';

/** The case's card in the team's channel, posted if it is not there yet. Returns the row that posts it. */
export async function showCase(scope: Scope, caseId: number): Promise<number> {
  return showCard(scope, 'case', String(caseId), { stream: channelStream });
}

/** The same for what nobody asked for: at night its first card waits until the team's morning. */
export async function showCaseByDay(scope: Scope, caseId: number): Promise<number> {
  const holdUntil = endOfNight(scope);
  return showCard(scope, 'case', String(caseId), { stream: channelStream, ...(holdUntil && { holdUntil }) });
}

/** Says something in the thread of a case and brings its card up to date; opens the case's card if need be. */
export async function tellCase(scope: Scope, caseId: number, notice: Notice): Promise<number> {
  const parentId = await showCase(scope, caseId);
  return enqueueOne(scope, { stream: threadStream(caseId), class: 'durable', notice, parentId });
}

/** Puts a live card into the thread of a case, under the case's own card. */
export async function showInThread(
  scope: Scope,
  caseId: number,
  kind: 'approval' | 'dispute' | 'pause' | 'hold' | 'write-off',
  subject: string,
): Promise<void> {
  const parentId = await showCase(scope, caseId);
  await showCard(scope, kind, subject, { stream: threadStream(caseId), parentId });
}

/** The same if the case has a card already. */
export async function showInThreadIfAny(
  scope: Scope,
  caseId: number,
  kind: 'announcement',
  subject: string,
): Promise<void> {
  const known = await findCard(scope.tx, 'case', String(caseId));
  if (known === undefined || known.lost) return;
  await showCard(scope, kind, subject, { stream: threadStream(caseId), parentId: known.outboxId });
}

/**
 * Says something in the thread if the case has a card already. Small news (nobody picked up) is not worth a new card
 * in the channel: a team with hundreds of cases would drown in them.
 */
export async function mentionInThread(scope: Scope, caseId: number, notice: Notice): Promise<void> {
  const known = await findCard(scope.tx, 'case', String(caseId));
  if (known === undefined || known.lost) return;
  await refreshCards(scope, 'case', [String(caseId)]);
  await enqueue(scope, [
    { stream: threadStream(caseId), class: 'durable', notice, parentId: known.outboxId },
  ]);
}

/** Which of these cases have a card in the channel. */
export async function casesShown(scope: Scope, caseIds: readonly number[]): Promise<ReadonlySet<number>> {
  if (caseIds.length === 0) return new Set();
  const subjects = await subjectsWithCard(scope.tx, 'case', caseIds.map(String));
  return new Set(subjects.map(Number));
}
