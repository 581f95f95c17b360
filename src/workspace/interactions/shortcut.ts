import type { Invoke, User } from '../api.ts';
import { findChannel, findUser, isMember } from '../people.ts';
import { slackMessage } from '../show.ts';
import type { Site } from '../site.ts';
import type { MessageRecord } from '../store/records.ts';
import { messagesOf } from '../store/state.ts';
import { failureOf, type Outcome } from './outcome.ts';
import { channelName, frame, responseUrl } from './payloads.ts';

/** A person chooses one of the app's shortcuts, on a message or from anywhere. */
export async function invoke(site: Site, { user: id, shortcut: callbackId, on }: Invoke): Promise<Outcome> {
  const user = findUser(site, id);
  const shortcut = site.lent.shortcuts.find((known) => known.callbackId === callbackId);
  const isOffered = shortcut && (shortcut.on === 'message') === (on !== undefined);
  if (!user || !shortcut || !isOffered) return { error: 'That shortcut is not offered here.' };
  const message = on && messageSeenBy(site, id, on);
  if (on && !message) return { error: 'That message is gone.' };
  const payload = {
    ...frame(site, user),
    callback_id: callbackId,
    trigger_id: site.triggers.mint(id),
    action_ts: (site.machineNow().getTime() / 1_000).toFixed(6),
    ...(message ? messagePart(site, user, message) : { type: 'shortcut' }),
  };
  const failure = failureOf(shortcut.name, await site.connections.ask({ type: 'interactive', payload }));
  return failure === undefined ? {} : { error: failure };
}

/** What one person alone sees has no menu of actions, as in Slack. */
function messageSeenBy(site: Site, user: string, on: NonNullable<Invoke['on']>): MessageRecord | undefined {
  const channel = findChannel(site, on.channel);
  if (!channel || !isMember(channel, user)) return undefined;
  const message = messagesOf(site.store.state, on.channel).get(on.ts);
  return message?.onlyFor === undefined ? message : undefined;
}

function messagePart(site: Site, user: User, message: MessageRecord): Record<string, unknown> {
  const secret = site.responseUrls.mint({
    userId: user.id,
    channel: message.channel,
    messageTs: message.ts,
    ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
  });
  return {
    type: 'message_action',
    message_ts: message.ts,
    channel: { id: message.channel, name: channelName(site, message.channel) },
    message: {
      ...slackMessage(site, message, true),
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    },
    response_url: responseUrl(site, secret),
  };
}
