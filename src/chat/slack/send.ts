import { WebClient } from '@slack/web-api';
import type { ChatLog } from '../log.ts';
import type { ChatPort } from '../port.ts';
import { PATIENCE } from './limits.ts';
import { renderCard } from './render.ts';
import { sdkLog } from './sdk-log.ts';
import { attempt } from './send/failure.ts';
import { downloadFrom, uploadTo } from './send/files.ts';
import { known } from './send/known.ts';
import { createPictures, type Pictures } from './send/pictures.ts';
import { publishTo } from './send/home.ts';
import { findByNonce, NONCE_EVENT } from './send/find.ts';
import { listUsers } from './send/users.ts';

export const SLACK_API = 'https://slack.com/api/';

/** A client that tries once and says what happened: only the outbox knows whether a repeat is safe. */
export function createSlackClient(botToken: string, apiUrl: string, log: ChatLog): WebClient {
  return new WebClient(botToken, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: PATIENCE.requestMs,
    logger: sdkLog(log),
  });
}

export interface SlackPortParts {
  readonly client: WebClient;
  readonly botToken: string;
  readonly botUserId: string;
  readonly apiUrl: string;
  /** Shared with whoever else sends cards, so that a picture is uploaded once. */
  readonly pictures?: Pictures;
}

/** Names and addresses in a fallback text stay words. */
const UNPARSED = { parse: 'none', link_names: false } as const;

/** What the outbox needs of Slack. Cards are rendered before anything is sent; `DomainError` says what does not fit. */
export function createSlackPort(parts: SlackPortParts): ChatPort {
  const { client, botToken, botUserId, apiUrl, pictures = createPictures(client) } = parts;
  return {
    post: async ({ channelId, threadId, card, nonce }) => {
      const posted = await pictures.patiently(card.card, (files) => {
        const message = {
          ...UNPARSED,
          ...renderCard(card, files),
          channel: channelId,
          unfurl_links: false,
          unfurl_media: false,
          metadata: { event_type: NONCE_EVENT, event_payload: { nonce } },
        };
        return attempt('seenTwice', () =>
          client.chat.postMessage(threadId === undefined ? message : { ...message, thread_ts: threadId }),
        );
      });
      return { channelId: known(posted.channel), id: known(posted.ts) };
    },
    update: async ({ channelId, id }, card) => {
      await pictures.patiently(card.card, (files) => {
        const message = { ...UNPARSED, ...renderCard(card, files), channel: channelId, ts: id };
        return attempt('repeatable', () => client.chat.update(message));
      });
    },
    find: (channelId, threadId, nonce) =>
      attempt('repeatable', () => findByNonce(client, { channelId, threadId, nonce, botUserId })),
    openDirectMessage: remembered(async (userId) => {
      const { channel } = await attempt('repeatable', () => client.conversations.open({ users: userId }));
      return known(channel?.id);
    }),
    whisper: async (channelId, userId, card) => {
      await pictures.hurriedly(card.card, (files) => {
        const message = { ...UNPARSED, ...renderCard(card, files), channel: channelId, user: userId };
        return attempt('seenTwice', () => client.chat.postEphemeral(message));
      });
    },
    upload: uploadTo(client),
    download: downloadFrom(client, { botToken, apiUrl }),
    users: () => attempt('repeatable', () => listUsers(client)),
    publishHome: publishTo(client, pictures),
    permalink: async ({ channelId, id }) => {
      const { permalink } = await attempt('repeatable', () =>
        client.chat.getPermalink({ channel: channelId, message_ts: id }),
      );
      return known(permalink);
    },
  };
}

/** One question per key for as long as the process lives; a failed one is asked again. */
function remembered(ask: (key: string) => Promise<string>): (key: string) => Promise<string> {
  const answers = new Map<string, Promise<string>>();
  return (key) => {
    const answer = answers.get(key) ?? ask(key);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };
}
