import type { Channel, State as Workspace, User } from '../../api.ts';

/** Channels and direct messages in which this person takes part. */
export const myChannels = (workspace: Workspace, me: string): readonly Channel[] =>
  workspace.channels.filter((channel) => channel.members.includes(me));

export const people = (workspace: Workspace): readonly User[] => workspace.users.filter((user) => !user.isBot);

export const findUser = (workspace: Workspace, id: string): User | undefined =>
  workspace.users.find((user) => user.id === id);

export const nameOf = (workspace: Workspace, id: string): string => findUser(workspace, id)?.name ?? 'Somebody';

/** A direct message is called after the other person, or after oneself where nobody else is in it. */
export function titleOf(workspace: Workspace, channel: Channel, me: string): string {
  if (channel.kind === 'channel') return channel.name;
  return nameOf(workspace, channel.members.find((member) => member !== me) ?? me);
}
