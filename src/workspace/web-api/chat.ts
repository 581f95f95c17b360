import { z } from 'zod';
import { readContent } from '../content.ts';
import { LIMITS } from '../limits.ts';
import { directChannelId, findUser, isMember } from '../people.ts';
import { edit, post, remove } from '../posting.ts';
import { slackMessage } from '../show.ts';
import type { Site } from '../site.ts';
import type { Metadata } from '../store/records.ts';
import { messagesOf } from '../store/state.ts';
import { flag, method, structure, type Method } from './call.ts';
import { ApiError } from './errors.ts';
import { channelOrThrow, joinedChannelOrThrow, messageOrThrow, ownMessageOrThrow } from './find.ts';

const content = { channel: z.string(), text: z.string().optional(), blocks: structure.optional() };
const metadata = structure.optional();

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': method(
    'bot',
    z.object({ ...content, thread_ts: z.string().optional(), reply_broadcast: flag.optional(), metadata }),
    (site, args) => {
      const channel = postingChannel(site, args.channel);
      const said = readContent(site, args);
      const kept = readMetadata(args.metadata);
      const message = post(site, {
        channel,
        user: site.options.bot.userId,
        ...said,
        ...threadOf(site, channel, args.thread_ts),
        ...(kept ? { metadata: kept } : {}),
      });
      return { channel, ts: message.ts, message: slackMessage(site, message, true) };
    },
  ),

  'chat.update': method('bot', z.object({ ...content, ts: z.string(), metadata }), (site, args) => {
    const { id } = channelOrThrow(site, args.channel);
    const before = ownMessageOrThrow(site, id, args.ts, 'cant_update_message');
    const kept = readMetadata(args.metadata);
    const message = edit(site, before, { ...readContent(site, args), ...(kept ? { metadata: kept } : {}) });
    return { channel: id, ts: message.ts, text: message.text, message: slackMessage(site, message, true) };
  }),

  'chat.delete': method('bot', z.object({ channel: z.string(), ts: z.string() }), (site, args) => {
    const { id } = channelOrThrow(site, args.channel);
    remove(site, ownMessageOrThrow(site, id, args.ts, 'cant_delete_message'));
    return { channel: id, ts: args.ts };
  }),

  'chat.postEphemeral': method(
    'bot',
    z.object({ ...content, user: z.string(), thread_ts: z.string().optional() }),
    (site, args) => {
      const channel = joinedChannelOrThrow(site, args.channel);
      if (!findUser(site, args.user)) throw new ApiError('user_not_found');
      if (!isMember(channel, args.user)) throw new ApiError('user_not_in_channel');
      const message = post(site, {
        channel: channel.id,
        user: site.options.bot.userId,
        ...readContent(site, args),
        ...threadOf(site, channel.id, args.thread_ts),
        onlyFor: args.user,
      });
      return { message_ts: message.ts };
    },
  ),

  'chat.getPermalink': method(
    'bot',
    z.object({ channel: z.string(), message_ts: z.string() }),
    (site, args) => {
      const { id } = channelOrThrow(site, args.channel);
      const message = messageOrThrow(site, id, args.message_ts);
      const thread = message.threadTs === undefined ? '' : `?thread_ts=${message.threadTs}&cid=${id}`;
      const place = `archives/${id}/p${message.ts.replace('.', '')}`;
      return { channel: id, permalink: `${site.url()}/${place}${thread}` };
    },
  ),
};

/** A channel id, or a user id for the direct conversation with that person, as chat.postMessage takes both. */
function postingChannel(site: Site, said: string): string {
  const person = findUser(site, said);
  return joinedChannelOrThrow(site, person ? directChannelId(person.id) : said).id;
}

/** Replying to a reply joins its thread. Throws `thread_not_found`. */
export function threadOf(
  site: Site,
  channel: string,
  ts: string | undefined,
): { readonly threadTs?: string } {
  if (ts === undefined || ts === '') return {};
  const parent = messagesOf(site.store.state, channel).get(ts);
  if (!parent || parent.onlyFor !== undefined) throw new ApiError('thread_not_found');
  return { threadTs: parent.threadTs ?? parent.ts };
}

const wellFormed = z.strictObject({
  event_type: z.string().min(1).max(LIMITS.id),
  event_payload: z.record(z.string(), z.unknown()),
});

function readMetadata(said: unknown): Metadata | undefined {
  if (said === undefined || said === null || said === '') return undefined;
  const read = wellFormed.safeParse(said);
  if (!read.success) throw new ApiError('invalid_metadata_format');
  if (JSON.stringify(said).length > LIMITS.metadataBytes) throw new ApiError('metadata_too_large');
  return read.data;
}
