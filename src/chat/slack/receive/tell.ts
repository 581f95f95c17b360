import { randomUUID } from 'node:crypto';
import { plainCard } from '../../mint.ts';
import { ChatError, type MintedCard } from '../../port.ts';
import type { Answer } from '../../router.ts';
import type { Desk } from './desk.ts';
import { respond } from './respond.ts';
import type { Talk } from './talk.ts';

/** An answer that is shown in a conversation; forms are shown elsewhere. */
export type Said = Exclude<Answer, { kind: 'form' }>;

/** Shows an answer in the conversation. Best effort: what cannot be shown is logged, never thrown. */
export async function tell(desk: Desk, talk: Talk, answer: Said): Promise<void> {
  try {
    await show(desk, talk, answer);
  } catch (error) {
    const text = error instanceof ChatError ? undefined : desk.router.explain(error, 'showing an answer');
    if (text === undefined) desk.log.warn({ err: error }, 'An answer could not be shown');
    else await privately(desk, talk, plainCard(text)).catch((again: unknown) => lost(desk, again));
  }
}

/** The same as one line, for places that show no cards. */
export function inWords(answer: Extract<Said, { kind: 'refusal' | 'fieldErrors' }>): string {
  return answer.kind === 'refusal' ? answer.text : Object.values(answer.errors).join('\n');
}

function show(desk: Desk, talk: Talk, answer: Said): Promise<void> {
  switch (answer.kind) {
    case 'card':
      return answer.visibility === 'channel'
        ? openly(desk, talk, answer.card)
        : privately(desk, talk, answer.card);
    case 'replace':
      return replacing(desk, talk, answer.card);
    case 'refusal':
    case 'fieldErrors':
      return privately(desk, talk, plainCard(inWords(answer)));
    case 'silent':
      return Promise.resolve();
  }
}

/** To one person: where they are, else (where we cannot speak) in their direct message with us. */
async function privately(desk: Desk, { where, responseUrl }: Talk, card: MintedCard): Promise<void> {
  const { channelId, userId, message } = where;
  const responding =
    responseUrl === undefined
      ? []
      : [() => respond(desk.pictures, responseUrl, { card, to: 'person', ...thread(message?.threadId) })];
  const whispering =
    channelId === undefined || isDirect(channelId) ? [] : [() => desk.port.whisper(channelId, userId, card)];
  const byOurselves = showsPictures(card) && message?.threadId === undefined;
  await firstOpen([
    ...(byOurselves ? [...whispering, ...responding] : [...responding, ...whispering]),
    async () => {
      const direct = await desk.port.openDirectMessage(userId);
      await desk.port.post({ channelId: direct, card, nonce: randomUUID() });
    },
  ]);
}

/**
 * Pictures go by our own token where they can: they lie in files that are shared nowhere, and a response address, which
 * carries no token, was seen to refuse those (slackapi/java-slack-sdk issue 1349).
 */
function showsPictures({ card }: MintedCard): boolean {
  return card.parts.some(({ kind }) => kind === 'picture');
}

/** In a direct message nothing has to be whispered, and what is said stays. */
function isDirect(channelId: string): boolean {
  return channelId.startsWith('D');
}

/** To everybody there; an answer to a message stands in its thread, which is that message's history. */
async function openly(desk: Desk, talk: Talk, card: MintedCard): Promise<void> {
  const { responseUrl, threadId } = talk;
  const { channelId } = talk.where;
  const responding =
    responseUrl === undefined
      ? []
      : [() => respond(desk.pictures, responseUrl, { card, to: 'channel', ...thread(threadId) })];
  const posting =
    channelId === undefined
      ? []
      : [() => desk.port.post({ channelId, ...thread(threadId), card, nonce: randomUUID() })];
  await firstOpen([
    ...(showsPictures(card) ? [...posting, ...responding] : [...responding, ...posting]),
    () => privately(desk, talk, card),
  ]);
}

/** In place of the message that was pressed, if one was. */
async function replacing(desk: Desk, talk: Talk, card: MintedCard): Promise<void> {
  const { where, responseUrl } = talk;
  const { message } = where;
  if (!message) return privately(desk, talk, card);
  await firstOpen([
    ...(responseUrl === undefined
      ? []
      : [() => respond(desk.pictures, responseUrl, { card, to: 'original' })]),
    () => desk.port.update(message, card),
    () => privately(desk, talk, card),
  ]);
}

/** Tries each way until one is not refused. An unclear answer may have arrived: saying it twice is worse. */
async function firstOpen(ways: readonly (() => Promise<unknown>)[]): Promise<void> {
  const [way, ...others] = ways;
  if (!way) return;
  try {
    await way();
  } catch (error) {
    const refused = error instanceof ChatError && error.failure.kind !== 'unclear';
    if (!refused || others.length === 0) throw error;
    await firstOpen(others);
  }
}

function thread(threadId: string | undefined): { readonly threadId?: string } {
  return threadId === undefined ? {} : { threadId };
}

function lost(desk: Desk, error: unknown): void {
  desk.log.warn({ err: error }, 'A person could not be told what went wrong');
}
