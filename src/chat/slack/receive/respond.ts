import type { MintedCard } from '../../port.ts';
import { ChatError } from '../../port.ts';
import { PATIENCE } from '../limits.ts';
import { renderCard } from '../render.ts';
import { attempt, httpFailure } from '../send/failure.ts';
import type { Pictures } from '../send/pictures.ts';

export interface Response {
  readonly card: MintedCard;
  readonly to: 'person' | 'channel' | 'original';
  readonly threadId?: string;
}

/** Answers through a response_url. Throws `ChatError`, or `DomainError` for a card that Slack would not show. */
export async function respond(
  pictures: Pictures,
  url: string,
  { card, to, threadId }: Response,
): Promise<void> {
  await pictures.hurriedly(card.card, (files) => {
    const body = {
      ...renderCard(card, files),
      response_type: to === 'person' ? 'ephemeral' : 'in_channel',
      replace_original: to === 'original',
      ...(threadId !== undefined && to !== 'original' && { thread_ts: threadId }),
    };
    return attempt('seenTwice', () => send(url, JSON.stringify(body)));
  });
}

async function send(url: string, body: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE.requestMs),
  });
  const answer = await response.text();
  if (!response.ok) throw httpFailure(response.status, response.headers.get('retry-after'));
  const refusal = /^\{.*"ok":\s*false/s.test(answer) ? /"error":\s*"(\w+)"/.exec(answer) : null;
  if (refusal) throw new ChatError({ kind: 'refused' }, refusal[1] ?? 'refused');
}
