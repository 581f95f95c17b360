import type { Seen, Sight } from './api.ts';
import { findChannel, findUser, isMember } from './people.ts';
import { readMessages } from './seen.ts';
import type { Site } from './site.ts';
import { unreadIn } from './unread.ts';

/** How far a person has read. */
export const seenBy = (site: Site, user: string): Seen =>
  Object.fromEntries(site.store.state.seen.get(user) ?? []);

/** Keeps how far a person has read; a window that lags behind another one takes nothing back. */
export function see(site: Site, { user, place, mark }: Sight): { readonly error?: string } {
  if (!isOpenTo(site, user, place)) return { error: 'You are not in a place with that id.' };
  const before = seenBy(site, user)[place];
  if (before === mark || (place !== MAIL && before !== undefined && before > mark)) return {};
  site.store.commit({ type: 'seen', user, place, mark });
  site.events.emit({ type: 'seen', user, place, mark });
  return {};
}

/** By person, how much calls them. */
export function waitingFor(site: Site): Readonly<Record<string, number>> {
  return Object.fromEntries(site.options.users.map(({ id }) => [id, callsFor(site, id)]));
}

const MAIL = 'mail';

function isOpenTo(site: Site, user: string, place: string): boolean {
  if (!findUser(site, user)) return false;
  const channel = findChannel(site, place.split('/')[0] ?? '');
  return place === MAIL || (channel !== undefined && isMember(channel, user));
}

function callsFor(site: Site, user: string): number {
  const seen = seenBy(site, user);
  const counts = [...site.store.state.channels.values()].map(
    (channel) => unreadIn(channel, readMessages(site, { user, channel: channel.id }) ?? [], seen, user).count,
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
