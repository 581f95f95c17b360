import type { Message } from '../../api.ts';

/** Messages of one channel or thread, oldest first. A `ts` is unique there and sorts as text. */
export type History = readonly Message[];

/** The history with this message: put where it belongs, or in place of its older self. */
export function withMessage(history: History, message: Message): History {
  const rest = history.filter((other) => other.ts !== message.ts);
  const after = rest.findIndex((other) => other.ts > message.ts);
  return after === -1 ? [...rest, message] : rest.toSpliced(after, 0, message);
}

/** The history with this message changed; one that was never there stays out. */
export function withChanged(history: History, message: Message): History {
  return history.map((other) => (other.ts === message.ts ? message : other));
}

export function without(history: History, ts: string): History {
  return history.filter((message) => message.ts !== ts);
}

/** What the server answered, with what was pushed after it had answered. */
export function afterLoading(loaded: History, pushed: History): History {
  const newest = loaded.at(-1)?.ts ?? '';
  return [...loaded, ...pushed.filter((message) => message.ts > newest)];
}

export const isReply = (message: Message): boolean =>
  message.threadTs !== undefined && message.threadTs !== message.ts;
