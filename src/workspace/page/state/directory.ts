import type { Channel, User } from '../../api.ts';

/** Who and what there is, seen by one person. */
export interface Directory {
  readonly me: string;
  readonly users: readonly User[];
  readonly channels: readonly Channel[];
}

/** Channels and direct messages in which I take part. */
export const myChannels = ({ channels, me }: Directory): readonly Channel[] =>
  channels.filter((channel) => channel.members.includes(me));

export const people = ({ users }: Directory): readonly User[] => users.filter((user) => !user.isBot);

export const findUser = ({ users }: Directory, id: string): User | undefined =>
  users.find((user) => user.id === id);

export const nameOf = (directory: Directory, id: string): string =>
  findUser(directory, id)?.name ?? 'Somebody';

/** The other person of a direct message; oneself where nobody else is in it. */
export const partnerIn = ({ members }: Channel, me: string): string =>
  members.find((member) => member !== me) ?? me;

/** A direct message is called after the other person. */
export function titleOf(directory: Directory, channel: Channel): string {
  return channel.kind === 'channel' ? channel.name : nameOf(directory, partnerIn(channel, directory.me));
}
