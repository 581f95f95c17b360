import type { Change, ChannelRecord, FileRecord, HomeRecord, MessageRecord } from './records.ts';

/** What the journal amounts to. Maps keep the order of insertion, and timestamps only rise, so messages are in order. */
export interface State {
  readonly channels: Map<string, ChannelRecord>;
  readonly messages: Map<string, Map<string, MessageRecord>>;
  /** Timestamps of visible replies by channel and parent. */
  readonly replies: Map<string, Set<string>>;
  readonly files: Map<string, FileRecord>;
  readonly homes: Map<string, HomeRecord>;
  /** How far each person has read, by user id and place. */
  readonly seen: Map<string, Map<string, string>>;
  lastMicros: number;
}

export function emptyState(): State {
  return {
    channels: new Map(),
    messages: new Map(),
    replies: new Map(),
    files: new Map(),
    homes: new Map(),
    seen: new Map(),
    lastMicros: 0,
  };
}

export function applyChange(state: State, change: Change): void {
  switch (change.type) {
    case 'channel':
      state.channels.set(change.channel.id, change.channel);
      return;
    case 'message':
      addMessage(state, change.message);
      return;
    case 'edit':
      messagesOf(state, change.message.channel).set(change.message.ts, change.message);
      return;
    case 'delete':
      removeMessage(state, change.channel, change.ts);
      return;
    case 'file':
      state.files.set(change.file.id, change.file);
      return;
    case 'seen':
      getOrAdd(state.seen, change.user, () => new Map<string, string>()).set(change.place, change.mark);
      return;
    case 'home':
      state.homes.set(change.user, change.home);
      return;
  }
}

/** The shortest list of changes that leads to this state. */
export function snapshot(state: State): readonly Change[] {
  const messages = [...state.messages.values()].flatMap((channel) => [...channel.values()]);
  return [
    ...[...state.channels.values()].map((channel) => ({ type: 'channel', channel }) as const),
    ...[...state.files.values()].map((file) => ({ type: 'file', file }) as const),
    ...messages.map((message) => ({ type: 'message', message }) as const),
    ...[...state.homes].map(([user, home]) => ({ type: 'home', user, home }) as const),
    ...[...state.seen].flatMap(([user, places]) =>
      [...places].map(([place, mark]) => ({ type: 'seen', user, place, mark }) as const),
    ),
  ];
}

export function messagesOf(state: State, channel: string): Map<string, MessageRecord> {
  return getOrAdd(state.messages, channel, () => new Map<string, MessageRecord>());
}

export function repliesOf(state: State, channel: string, parent: string): readonly MessageRecord[] {
  const all = messagesOf(state, channel);
  return [...(state.replies.get(threadKey(channel, parent)) ?? [])].flatMap((ts) => all.get(ts) ?? []);
}

/** Slack's timestamp: seconds and microseconds; its text order is its time order until the year 2286. */
export function formatMicros(micros: number): string {
  return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`;
}

export function instantOf(ts: string): Date {
  return new Date(Number(ts) * 1_000);
}

function addMessage(state: State, message: MessageRecord): void {
  messagesOf(state, message.channel).set(message.ts, message);
  state.lastMicros = Math.max(state.lastMicros, readMicros(message.ts));
  if (message.threadTs && message.onlyFor === undefined)
    getOrAdd(state.replies, threadKey(message.channel, message.threadTs), () => new Set<string>()).add(
      message.ts,
    );
}

function removeMessage(state: State, channel: string, ts: string): void {
  const message = messagesOf(state, channel).get(ts);
  if (message?.threadTs) state.replies.get(threadKey(channel, message.threadTs))?.delete(ts);
  messagesOf(state, channel).delete(ts);
}

function readMicros(ts: string): number {
  return Number(ts.replace('.', ''));
}

function threadKey(channel: string, parent: string): string {
  return `${channel}/${parent}`;
}

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
