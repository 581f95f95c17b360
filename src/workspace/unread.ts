import type { Channel, Message, ReplyMark, Seen } from './api.ts';

export interface Unread {
  readonly isUnread: boolean;
  /** What calls a person: in a direct message everything, in a channel what names them. */
  readonly count: number;
}

/** What is new to somebody in a channel and in its threads. The page and the server count by this one rule. */
export function unreadIn(channel: Channel, history: readonly Message[], seen: Seen, me: string): Unread {
  const fresh = [
    ...unreadMessages(history, seen[channel.id], me),
    ...history.flatMap((message) => newReplies(message, seen, me)),
  ];
  const called = channel.kind === 'im' ? fresh : fresh.filter(({ calls = [] }) => calls.includes(me));
  return { isUnread: fresh.length > 0, count: called.length };
}

/** Messages of others that came after the mark. What only I see answers me, so it is never news. */
export function unreadMessages(
  history: readonly Message[],
  mark: string | undefined,
  me: string,
): readonly Message[] {
  return history.filter(
    (message) => message.user !== me && message.onlyFor === undefined && message.ts > (mark ?? ''),
  );
}

/** Replies of others since one last looked or wrote: all of a thread one follows, else those that name one. */
export function newReplies(
  { channel, ts, user, replies = [] }: Message,
  seen: Seen,
  me: string,
): readonly ReplyMark[] {
  const mark = seen[threadPlace(channel, ts)];
  const mine = replies.findLast((reply) => reply.user === me)?.ts;
  const follows = mark !== undefined || mine !== undefined || user === me;
  const since = [mark ?? '', mine ?? ''].toSorted().at(-1) ?? '';
  return replies.filter(
    (reply) => reply.user !== me && reply.ts > since && (follows || reply.calls?.includes(me) === true),
  );
}

export const threadPlace = (channel: string, ts: string): string => `${channel}/${ts}`;
