import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';

export interface Journal<Entry> {
  readonly append: (entry: Entry) => void;
  readonly close: () => void;
}

/**
 * Opens a file of one JSON object a line, hands what it holds to `replay`, and appends from then on. A last line
 * without its newline is the write that a kill interrupted: it never counted and is cut off. Any other unreadable line
 * is damage nobody should write over, so it throws.
 */
export function openJournal<Entry>(path: string, replay: (entry: Entry) => void): Journal<Entry> {
  const file = openSync(path, 'a+', 0o600);
  const whole = readFileSync(path);
  let length = whole.lastIndexOf(0x0a) + 1;
  ftruncateSync(file, length);
  const lines = whole.subarray(0, length).toString('utf8').split('\n').slice(0, -1);
  for (const [index, line] of lines.entries()) replay(readLine<Entry>(path, index, line));
  return {
    append: (entry) => {
      refuseSecondWriter(path, file, length);
      length += writeWhole(file, Buffer.from(`${JSON.stringify(entry)}\n`));
    },
    close: () => closeSync(file),
  };
}

/** Replaces a journal by a shorter one that says the same; a kill leaves the old one or the new one. */
export function rewriteJournal(path: string, entries: readonly unknown[]): void {
  const fresh = `${path}.new`;
  const file = openSync(fresh, 'w', 0o600);
  writeWhole(file, Buffer.from(entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')));
  fsyncSync(file);
  closeSync(file);
  renameSync(fresh, path);
}

function readLine<Entry>(path: string, index: number, line: string): Entry {
  try {
    return JSON.parse(line) as Entry;
  } catch (cause) {
    throw new Error(`${path}, line ${index + 1} is not JSON: restore the file or move it away`, { cause });
  }
}

/** Two servers on one folder would interleave; the one that notices stops, without a lock file that outlives a kill. */
function refuseSecondWriter(path: string, file: number, expected: number): void {
  const found = fstatSync(file).size;
  if (found !== expected)
    throw new Error(`${path} has ${found} bytes, not ${expected}: something else writes to it`);
}

function writeWhole(file: number, bytes: Buffer): number {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
  return written;
}
