import type { Channel } from '../api.ts';
import { findChannel, isMember } from '../people.ts';
import type { Site } from '../site.ts';
import type { MessageRecord } from '../store/records.ts';
import { messagesOf } from '../store/state.ts';
import { ApiError } from './errors.ts';

/** A conversation by id, or `channel_not_found`. */
export function channelOrThrow(site: Site, id: string): Channel {
  const channel = findChannel(site, id);
  if (!channel) throw new ApiError('channel_not_found');
  return channel;
}

/** A conversation the bot may write to and read. Throws `channel_not_found`, `not_in_channel`. */
export function joinedChannelOrThrow(site: Site, id: string): Channel {
  const channel = channelOrThrow(site, id);
  if (!isMember(channel, site.options.bot.userId)) throw new ApiError('not_in_channel');
  return channel;
}

/** A message everybody sees; one that a single person sees cannot be found through the Web API. */
export function messageOrThrow(site: Site, channel: string, ts: string): MessageRecord {
  const message = messagesOf(site.store.state, channel).get(ts);
  if (!message || message.onlyFor !== undefined) throw new ApiError('message_not_found');
  return message;
}

/** Its own message, or `cant_update_message` / `cant_delete_message`. */
export function ownMessageOrThrow(site: Site, channel: string, ts: string, code: string): MessageRecord {
  const message = messageOrThrow(site, channel, ts);
  if (message.user !== site.options.bot.userId) throw new ApiError(code);
  return message;
}
