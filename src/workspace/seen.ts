import type { Message, State } from './api.ts';
import { LIMITS } from './limits.ts';
import { allUsers, findChannel, findUser, isMember } from './people.ts';
import { pageMessage } from './show.ts';
import type { Site } from './site.ts';
import type { MessageRecord } from './store/records.ts';
import { messagesOf } from './store/state.ts';

export async function readState(site: Site): Promise<State> {
  const clock = await site.lent.clock?.read();
  return {
    team: site.options.team,
    users: allUsers(site),
    channels: [...site.store.state.channels.values()],
    commands: site.lent.commands,
    shortcuts: site.lent.shortcuts,
    botUserId: site.options.bot.userId,
    botConnected: site.connections.count() > 0,
    ...(clock ? { clock } : {}),
    mail: site.lent.mailbox !== undefined,
    uploadBytes: LIMITS.uploadBytes,
  };
}

export interface Place {
  readonly user?: string;
  readonly channel?: string;
  /** The parent's timestamp. */
  readonly thread?: string;
}

/** What a person sees of a channel, or of a thread with its parent first; undefined when they are not in it. */
export function readMessages(
  site: Site,
  { user = '', channel: id = '', thread }: Place,
): readonly Message[] | undefined {
  const channel = findChannel(site, id);
  if (!channel || !findUser(site, user) || !isMember(channel, user)) return undefined;
  const isHere = (message: MessageRecord): boolean =>
    thread ? message.ts === thread || message.threadTs === thread : message.threadTs === undefined;
  return [...messagesOf(site.store.state, channel.id).values()]
    .filter((message) => isHere(message) && (message.onlyFor ?? user) === user)
    .map((message) => pageMessage(site, message));
}
