import type { Block } from './api.ts';
import { mintId } from './ids.ts';
import { findChannel } from './people.ts';
import { pageMessage, slackMessage } from './show.ts';
import type { Site } from './site.ts';
import type { MessageRecord } from './store/records.ts';
import { instantOf, messagesOf } from './store/state.ts';

export type Draft = Omit<MessageRecord, 'ts' | 'at'>;

/** Stores a message, shows it, and tells the app (unless one person alone sees it). */
export function post(site: Site, draft: Draft): MessageRecord {
  const message = { ...draft, ...stamp(site) };
  site.store.commit({ type: 'message', message });
  site.events.emit({ type: 'message', message: pageMessage(site, message) });
  if (message.onlyFor === undefined) {
    refreshParent(site, message);
    tellMessage(site, message);
  }
  return message;
}

/** Messages stand in the order of their ts, so it only rises; after the clock was set back it cannot tell the time. */
function stamp(site: Site): Pick<MessageRecord, 'ts' | 'at'> {
  const now = site.now();
  const ts = site.store.nextTs(now);
  const aheadMs = instantOf(ts).getTime() - now.getTime();
  return aheadMs < MOST_AHEAD_MS ? { ts } : { ts, at: now.toISOString() };
}

/** As much as a flurry of posts within one millisecond may be ahead. */
const MOST_AHEAD_MS = 60_000;

export interface Edit {
  readonly text: string;
  readonly blocks?: readonly Block[] | undefined;
  readonly metadata?: MessageRecord['metadata'];
}

/** Replaces text and blocks; blocks that are not given are gone, metadata that is not given stays. */
export function edit(site: Site, before: MessageRecord, after: Edit): MessageRecord {
  const { blocks: _gone, ...rest } = before;
  const message: MessageRecord = {
    ...rest,
    text: after.text,
    ...(after.blocks ? { blocks: after.blocks } : {}),
    ...(after.metadata ? { metadata: after.metadata } : {}),
    edited: { user: before.user, ts: site.store.nextTs(site.now()) },
  };
  site.store.commit({ type: 'edit', message });
  site.events.emit({ type: 'changed', message: pageMessage(site, message) });
  return message;
}

export function remove(site: Site, message: MessageRecord): void {
  site.store.commit({ type: 'delete', channel: message.channel, ts: message.ts });
  site.events.emit({ type: 'deleted', channel: message.channel, ts: message.ts });
  refreshParent(site, message);
}

/** Sends an event to the app over Socket Mode. */
export function tellApp(site: Site, event: Readonly<Record<string, unknown>>): void {
  const { team, bot } = site.options;
  const payload = {
    token: 'local',
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: bot.appId,
    event,
    type: 'event_callback',
    event_id: mintId('Ev'),
    event_time: Math.floor(site.now().getTime() / 1_000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: bot.userId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  };
  site.connections.tell({ type: 'events_api', payload });
}

function tellMessage(site: Site, message: MessageRecord): void {
  const isDirect = findChannel(site, message.channel)?.kind === 'im';
  tellApp(site, {
    ...slackMessage(site, message, true),
    channel: message.channel,
    event_ts: message.ts,
    channel_type: isDirect ? 'im' : 'channel',
  });
}

function refreshParent(site: Site, reply: MessageRecord): void {
  const parent = reply.threadTs && messagesOf(site.store.state, reply.channel).get(reply.threadTs);
  if (parent) site.events.emit({ type: 'changed', message: pageMessage(site, parent) });
}
