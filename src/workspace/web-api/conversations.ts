import { z } from 'zod';
import type { Channel } from '../api.ts';
import { directChannelId, findUser, isMember } from '../people.ts';
import { tellApp } from '../posting.ts';
import type { Site } from '../site.ts';
import { count, method, type Method } from './call.ts';
import { ApiError } from './errors.ts';
import { channelOrThrow } from './find.ts';
import { paged } from './paging.ts';

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.list': method(
    'bot',
    z.object({ types: z.string().optional(), limit: count.optional(), cursor: z.string().optional() }),
    (site, { types = 'public_channel', limit, cursor }) => {
      const wanted = types.split(',').map((type) => type.trim());
      const found = [...site.store.state.channels.values()].filter((channel) =>
        wanted.includes(channel.kind === 'im' ? 'im' : 'public_channel'),
      );
      const page = paged(found, limit, cursor);
      return {
        channels: page.items.map((channel) => slackChannel(site, channel)),
        response_metadata: { next_cursor: page.next },
      };
    },
  ),

  'conversations.info': method('bot', z.object({ channel: z.string() }), (site, { channel }) => ({
    channel: slackChannel(site, channelOrThrow(site, channel)),
  })),

  'conversations.open': method(
    'bot',
    z.object({ users: z.string().optional(), channel: z.string().optional() }),
    (site, { users, channel }) => {
      if (channel !== undefined) return { channel: { id: channelOrThrow(site, channel).id } };
      return openDirect(site, users ?? '');
    },
  ),

  'conversations.join': method('bot', z.object({ channel: z.string() }), (site, args) =>
    join(site, channelOrThrow(site, args.channel)),
  ),

  'conversations.members': method(
    'bot',
    z.object({ channel: z.string(), limit: count.optional(), cursor: z.string().optional() }),
    (site, { channel, limit, cursor }) => {
      const page = paged(channelOrThrow(site, channel).members, limit, cursor);
      return { members: page.items, response_metadata: { next_cursor: page.next } };
    },
  ),
};

function slackChannel(site: Site, channel: Channel): Record<string, unknown> {
  const isDirect = channel.kind === 'im';
  const other = channel.members.find((id) => id !== site.options.bot.userId);
  return {
    id: channel.id,
    ...(isDirect ? { user: other } : { name: channel.name, name_normalized: channel.name }),
    is_channel: !isDirect,
    is_im: isDirect,
    is_group: false,
    is_mpim: false,
    is_private: isDirect,
    is_archived: false,
    is_general: channel.name === 'general',
    is_member: isMember(channel, site.options.bot.userId),
    num_members: channel.members.length,
  };
}

function openDirect(site: Site, users: string): Readonly<Record<string, unknown>> {
  const ids = users.split(',').filter((id) => id !== '');
  if (ids.length === 0) throw new ApiError('users_list_not_supplied');
  if (ids.length > 1) throw new ApiError('method_not_supported_for_channel_type');
  const user = findUser(site, ids[0] ?? '');
  if (!user) throw new ApiError('user_not_found');
  if (user.isBot) throw new ApiError('cannot_dm_bot');
  return { channel: { id: directChannelId(user.id) }, already_open: true, no_op: true };
}

function join(site: Site, channel: Channel): Readonly<Record<string, unknown>> {
  const { bot, team } = site.options;
  if (channel.kind === 'im') throw new ApiError('method_not_supported_for_channel_type');
  if (isMember(channel, bot.userId))
    return { channel: slackChannel(site, channel), warning: 'already_in_channel' };
  const joined = { ...channel, members: [...channel.members, bot.userId] };
  site.store.commit({ type: 'channel', channel: joined });
  site.events.emit({ type: 'channel', channel: joined });
  tellApp(site, {
    type: 'member_joined_channel',
    user: bot.userId,
    channel: channel.id,
    channel_type: 'C',
    team: team.id,
    event_ts: site.store.nextTs(site.now()),
  });
  return { channel: slackChannel(site, joined) };
}
