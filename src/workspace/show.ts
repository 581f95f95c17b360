import type { File, Message, ReplyMark } from './api.ts';
import { mentionsOf } from './markup.ts';
import type { Site } from './site.ts';
import type { FileRecord, MessageRecord } from './store/records.ts';
import { instantOf, repliesOf } from './store/state.ts';

/** A message as the page shows it. */
export function pageMessage(site: Site, message: MessageRecord): Message {
  const { metadata: _kept, files, edited, ...shown } = message;
  const replies = repliesOf(site.store.state, message.channel, message.ts);
  const last = replies.at(-1);
  return {
    ...shown,
    ...(files ? { files: filesOf(site, files).map(pageFile) } : {}),
    ...(edited ? { edited: true } : {}),
    ...callsOf(message),
    ...(last ? { ...countOf(replies, last), replies: replies.map(replyMark) } : {}),
  };
}

const countOf = (replies: readonly MessageRecord[], last: MessageRecord) => ({
  replyCount: replies.length,
  lastReplyAt: last.at ?? instantOf(last.ts).toISOString(),
});

const replyMark = (reply: MessageRecord): ReplyMark => ({
  ts: reply.ts,
  user: reply.user,
  ...callsOf(reply),
});

function callsOf(message: MessageRecord): Pick<Message, 'calls'> {
  const calls = mentionsOf(message);
  return calls.length > 0 ? { calls } : {};
}

export function pageFile({ id, name, size, mimetype }: FileRecord): File {
  return { id, name, size, mimetype };
}

/** A message as the Web API and the events show it. */
export function slackMessage(
  site: Site,
  message: MessageRecord,
  withMetadata = false,
): Record<string, unknown> {
  const { bot, team } = site.options;
  const isBots = message.user === bot.userId;
  return {
    type: 'message',
    ...(message.files ? { subtype: 'file_share' } : {}),
    user: message.user,
    ts: message.ts,
    team: team.id,
    text: message.text,
    ...(isBots ? { bot_id: bot.botId, app_id: bot.appId, bot_profile: botProfile(site) } : {}),
    ...(message.blocks ? { blocks: message.blocks } : {}),
    ...(message.files ? { files: filesOf(site, message.files).map((file) => slackFile(site, file)) } : {}),
    ...(message.edited ? { edited: message.edited } : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
    ...threadFields(site, message),
  };
}

export function slackFile(site: Site, file: FileRecord): Record<string, unknown> {
  const url = `${site.url()}/files-pri/${site.options.team.id}-${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.name.includes('.') ? (file.name.split('.').at(-1) ?? '').toLowerCase() : 'binary',
    user: file.user,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    url_private: url,
    url_private_download: url.replace(/\/([^/]*)$/, '/download/$1'),
    permalink: `${site.url()}/?file=${file.id}`,
    shares: sharesOf(site, file.id),
  };
}

/** Where a file was shared, as Slack tells it: the messages by channel, in public ones and in private ones. */
function sharesOf(site: Site, fileId: string): Record<string, Record<string, unknown[]>> {
  const shares: Record<string, Record<string, unknown[]>> = {};
  for (const [channelId, messages] of site.store.state.messages) {
    const shared = [...messages.values()].filter(({ files }) => files?.includes(fileId));
    if (shared.length === 0) continue;
    const side = site.store.state.channels.get(channelId)?.kind === 'channel' ? 'public' : 'private';
    shares[side] = { ...shares[side], [channelId]: shared.map(shareOf) };
  }
  return shares;
}

function shareOf({ ts, threadTs }: MessageRecord): Record<string, unknown> {
  return { ts, ...(threadTs === undefined ? {} : { thread_ts: threadTs }) };
}

export function botProfile(site: Site): Record<string, unknown> {
  const { bot, team } = site.options;
  return {
    id: bot.botId,
    app_id: bot.appId,
    user_id: bot.userId,
    name: bot.name,
    deleted: false,
    team_id: team.id,
  };
}

function filesOf(site: Site, ids: readonly string[]): readonly FileRecord[] {
  return ids.flatMap((id) => site.store.state.files.get(id) ?? []);
}

function threadFields(site: Site, message: MessageRecord): Record<string, unknown> {
  if (message.threadTs) {
    const parent = site.store.state.messages.get(message.channel)?.get(message.threadTs);
    return { thread_ts: message.threadTs, ...(parent ? { parent_user_id: parent.user } : {}) };
  }
  const replies = repliesOf(site.store.state, message.channel, message.ts);
  const last = replies.at(-1);
  if (!last) return {};
  const authors = [...new Set(replies.map((reply) => reply.user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: authors.length,
    reply_users: authors.slice(0, 5),
    latest_reply: last.ts,
  };
}
