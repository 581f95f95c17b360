import type { WebClient } from '@slack/web-api';
import { ChatError, type MessageRef } from '../../port.ts';

export const NONCE_EVENT = 'dunwell_message';

const PAGE = 200;
const PAGES = 5;

interface Seen {
  readonly ts?: string;
  readonly user?: string;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object };
}

interface Search {
  readonly channelId: string;
  readonly threadId: string | undefined;
  readonly nonce: string;
  /** Metadata can be copied by any app that reads it: only our own messages count. */
  readonly botUserId: string;
}

/**
 * Looks for the message that carries a nonce among the latest thousand of a channel, or the first thousand of a
 * thread. Not to have found it there among more is no proof that it is missing, and is refused as such.
 */
export async function findByNonce(client: WebClient, search: Search): Promise<MessageRef | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const answer = await onePage(client, search, cursor);
    const found = (answer.messages ?? []).find((message: Seen) => carries(message, search));
    if (found?.ts !== undefined) return { channelId: search.channelId, id: found.ts };
    cursor = answer.response_metadata?.next_cursor;
    if (!cursor) return undefined;
  }
  throw new ChatError({ kind: 'refused' }, 'too_many_messages_to_search');
}

function onePage(client: WebClient, { channelId, threadId }: Search, cursor: string | undefined) {
  const window = { channel: channelId, limit: PAGE, include_all_metadata: true, ...(cursor && { cursor }) };
  if (threadId === undefined) return client.conversations.history(window);
  return client.conversations.replies({ ...window, ts: threadId });
}

function carries({ user, metadata }: Seen, { nonce, botUserId }: Search): boolean {
  const payload = metadata?.event_payload;
  if (metadata?.event_type !== NONCE_EVENT || user !== botUserId) return false;
  return payload !== undefined && 'nonce' in payload && payload.nonce === nonce;
}
