import type { Mail, Message, PageEvent, Seen, State as Workspace, View } from '../../api.ts';
import { afterLoading, type History, isReply, withChanged, withMessage, without } from './history.ts';
import { threadPlace } from '../../unread.ts';
import type { Session } from './session.ts';
import { MAIL } from './unread.ts';

export type Change =
  | { readonly type: 'opened' }
  | { readonly type: 'lost' }
  /** `at`: by the browser's monotonic clock, in milliseconds; the business clock runs on from there. */
  | { readonly type: 'workspace'; readonly workspace: Workspace; readonly at: number }
  | { readonly type: 'history'; readonly channel: string; readonly messages: readonly Message[] }
  | {
      readonly type: 'thread';
      readonly channel: string;
      readonly ts: string;
      readonly messages: readonly Message[];
    }
  | { readonly type: 'home'; readonly home: View | undefined }
  | { readonly type: 'mails'; readonly mails: readonly Mail[] }
  | { readonly type: 'marks'; readonly seen: Seen }
  | { readonly type: 'seen'; readonly place: string; readonly mark: string }
  | { readonly type: 'viewClosed'; readonly view: string }
  | { readonly type: 'heard'; readonly event: PageEvent; readonly at: number };

export function reduce(session: Session, change: Change): Session {
  switch (change.type) {
    case 'opened':
      return { ...session, socket: 'open', connection: session.connection + 1, arrivals: {} };
    case 'lost':
      return { ...session, socket: 'lost' };
    case 'workspace':
      return { ...session, workspace: change.workspace, clockReadAt: change.at };
    case 'history':
      return withHistory(session, change.channel, () =>
        afterLoading(change.messages, session.arrivals[change.channel] ?? []),
      );
    case 'thread':
      return {
        ...session,
        threads: { ...session.threads, [threadPlace(change.channel, change.ts)]: change.messages },
      };
    case 'home':
      return { ...session, home: change.home };
    case 'mails':
      return { ...session, mails: change.mails };
    case 'marks':
      return { ...session, seen: change.seen };
    case 'seen':
      return withMark(session, change.place, change.mark);
    case 'viewClosed':
      return { ...session, views: session.views.filter((view) => view.id !== change.view) };
    case 'heard':
      return hear(session, change.event, change.at);
  }
}

function hear(session: Session, event: PageEvent, at: number): Session {
  switch (event.type) {
    case 'message':
      return withNewMessage(session, event.message);
    case 'changed':
      return everywhere(session, event.message.channel, (history) => withChanged(history, event.message));
    case 'deleted':
      return everywhere(session, event.channel, (history) => without(history, event.ts));
    case 'view':
      return event.user === session.me ? { ...session, views: event.stack } : session;
    case 'seen':
      return event.user === session.me ? withMark(session, event.place, event.mark) : session;
    case 'home':
      return event.user === session.me ? { ...session, home: event.home } : session;
    case 'channel':
      return withWorkspace(session, { channels: replaceById(session.workspace.channels, event.channel) });
    case 'bot':
      return withWorkspace(session, { botConnected: event.connected });
    case 'clock':
      return { ...withWorkspace(session, { clock: event.clock }), clockReadAt: at };
    case 'mail':
      return { ...session, mails: [event.mail, ...session.mails.filter(({ id }) => id !== event.mail.id)] };
  }
}

/** What another window has read comes back to this one late; only a mail's id says nothing about its time. */
function withMark(session: Session, place: string, mark: string): Session {
  const before = session.seen?.[place];
  if (place !== MAIL && before !== undefined && before > mark) return session;
  return { ...session, seen: { ...session.seen, [place]: mark } };
}

function withNewMessage(session: Session, message: Message): Session {
  if (!isReply(message)) {
    const arrivals = [...(session.arrivals[message.channel] ?? []), message];
    return withHistory(
      { ...session, arrivals: { ...session.arrivals, [message.channel]: arrivals } },
      message.channel,
      (history) => withMessage(history, message),
    );
  }
  const key = threadPlace(message.channel, message.threadTs ?? '');
  const thread = session.threads[key];
  if (thread === undefined) return session;
  return { ...session, threads: { ...session.threads, [key]: withMessage(thread, message) } };
}

/** A message stands in its channel and, if it has replies or is one, in its thread as well. */
function everywhere(session: Session, channel: string, edit: (history: History) => History): Session {
  const threads: Record<string, History> = {};
  for (const [key, history] of Object.entries(session.threads)) {
    threads[key] = key.startsWith(`${channel}/`) ? edit(history) : history;
  }
  const arrivals = { ...session.arrivals, [channel]: edit(session.arrivals[channel] ?? []) };
  return withHistory({ ...session, threads, arrivals }, channel, edit);
}

function withHistory(session: Session, channel: string, edit: (history: History) => History): Session {
  const history = edit(session.histories[channel] ?? []);
  return { ...session, histories: { ...session.histories, [channel]: history } };
}

const withWorkspace = (session: Session, part: Partial<Workspace>): Session => ({
  ...session,
  workspace: { ...session.workspace, ...part },
});

function replaceById<Item extends { readonly id: string }>(
  items: readonly Item[],
  item: Item,
): readonly Item[] {
  const known = items.some((other) => other.id === item.id);
  return known ? items.map((other) => (other.id === item.id ? item : other)) : [...items, item];
}
