import type { Channel, User } from './api.ts';
import type { Site } from './site.ts';

/** Everybody, the bot last. */
export function allUsers(site: Site): readonly User[] {
  return [
    ...site.options.users.map((user) => ({ ...user, isBot: false })),
    {
      id: site.options.bot.userId,
      name: site.options.bot.name,
      title: 'app',
      timeZone: 'UTC',
      isAdmin: false,
      isBot: true,
    },
  ];
}

export function findUser(site: Site, id: string): User | undefined {
  return allUsers(site).find((user) => user.id === id);
}

export function findChannel(site: Site, id: string): Channel | undefined {
  return site.store.state.channels.get(id);
}

/** The direct conversation of a person with the bot. Its id follows from the person's, so it needs no search. */
export function directChannelId(userId: string): string {
  return `D${userId.replace(/^[UW]/, '')}`;
}

export function isMember(channel: Channel, userId: string): boolean {
  return channel.members.includes(userId);
}
