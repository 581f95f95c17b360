import { closeSync, openSync, readSync } from 'node:fs';

/** A block as Slack shows it. */
export type Block = Readonly<Record<string, unknown>> & { readonly type: string };

/** A message as the chat server took it, each version of it by itself. */
export interface Said {
  readonly channel: string;
  /** Its id; seconds of the business clock. */
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly threadTs?: string;
  readonly onlyFor?: string;
  readonly edited?: { readonly ts: string };
}

interface Entry {
  readonly type: string;
  readonly message?: Said;
}

/** When this version was said. */
export const saidAt = (said: Said): Date => new Date(Number(said.edited?.ts ?? said.ts) * 1_000);

/** What the chat server wrote down so far and was not read from here yet. */
export interface Tape {
  readonly more: () => readonly Said[];
  readonly close: () => void;
}

/** Reads the server's journal as it grows: a line of JSON for each thing that happened. */
export function openTape(path: string): Tape {
  const file = openSync(path, 'r');
  const chunk = Buffer.alloc(1 << 20);
  let rest = Buffer.alloc(0);
  return {
    more: () => {
      const parts = [rest];
      for (let n = readSync(file, chunk); n > 0; n = readSync(file, chunk))
        parts.push(Buffer.from(chunk.subarray(0, n)));
      const whole = Buffer.concat(parts);
      const end = whole.lastIndexOf(0x0a) + 1;
      rest = whole.subarray(end);
      const lines = whole.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
      return lines.flatMap((line) => (JSON.parse(line) as Entry).message ?? []);
    },
    close: () => closeSync(file),
  };
}
