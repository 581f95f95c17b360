import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openJournal, rewriteJournal, type Journal } from './journal.ts';
import type { Change, FileRecord } from './records.ts';
import { applyChange, emptyState, formatMicros, snapshot, type State } from './state.ts';

export interface Store {
  readonly state: State;
  /** Written to the journal first, then visible: what anybody saw survives a kill. */
  readonly commit: (change: Change) => void;
  /** Unique, rising, and not before `now`. */
  readonly nextTs: (now: Date) => string;
  readonly addFile: (file: FileRecord, bytes: Uint8Array) => void;
  readonly readFile: (id: string) => Uint8Array | undefined;
  readonly close: () => void;
}

/** Opens the store in a folder of its own, or in memory when there is none. */
export function openStore(folder: string | undefined): Store {
  const state = emptyState();
  const blobs = folder === undefined ? memoryBlobs() : folderBlobs(folder);
  const journal = folder === undefined ? undefined : openFolderJournal(folder, state);
  const commit = (change: Change): void => {
    journal?.append(change);
    applyChange(state, change);
  };
  return {
    state,
    commit,
    nextTs: (now) => {
      state.lastMicros = Math.max(now.getTime() * 1_000, state.lastMicros + 1);
      return formatMicros(state.lastMicros);
    },
    addFile: (file, bytes) => {
      blobs.write(file.id, bytes);
      commit({ type: 'file', file });
    },
    readFile: blobs.read,
    close: () => journal?.close(),
  };
}

/** Cards are edited all day: a journal mostly of the past is rewritten at the start, but not for a few lines. */
const SPARE_CHANGES = 1_000;

interface Blobs {
  readonly write: (id: string, bytes: Uint8Array) => void;
  readonly read: (id: string) => Uint8Array | undefined;
}

function openFolderJournal(folder: string, state: State): Journal<Change> {
  const path = join(folder, 'journal.jsonl');
  let changes = 0;
  const journal = openJournal<Change>(path, (change) => {
    applyChange(state, change);
    changes += 1;
  });
  const live = snapshot(state);
  if (changes <= 2 * live.length + SPARE_CHANGES) return journal;
  journal.close();
  rewriteJournal(path, live);
  return openJournal<Change>(path, () => undefined);
}

function memoryBlobs(): Blobs {
  const blobs = new Map<string, Uint8Array>();
  return { write: (id, bytes) => void blobs.set(id, bytes), read: (id) => blobs.get(id) };
}

/** File names on disk are our own ids, so nothing a person types becomes a path. */
function folderBlobs(folder: string): Blobs {
  const files = join(folder, 'files');
  mkdirSync(files, { recursive: true });
  return {
    write: (id, bytes) => writeFileSync(join(files, id), bytes, { mode: 0o600 }),
    read: (id) => (/^F[A-Z0-9]+$/.test(id) ? readIfThere(join(files, id)) : undefined),
  };
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
