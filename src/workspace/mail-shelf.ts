import { mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mail } from './api.ts';
import { openJournal } from './store/journal.ts';

/** Where mails are kept: what is shown of them, and each as it came over the wire. */
export interface MailShelf {
  /** Oldest first. */
  readonly mails: readonly Mail[];
  readonly put: (mail: Mail, source: Buffer) => Promise<void>;
  readonly source: (id: string) => Promise<Uint8Array | undefined>;
  readonly close: () => void;
}

export function openMailShelf(folder: string | undefined): MailShelf {
  return folder === undefined ? memoryShelf() : folderShelf(folder);
}

/** The source is written first: a mail that is listed can be read. */
function folderShelf(folder: string): MailShelf {
  const mails: Mail[] = [];
  const sources = join(folder, 'mails');
  mkdirSync(sources, { recursive: true });
  const journal = openJournal<Mail>(join(folder, 'mails.jsonl'), (mail) => mails.push(mail));
  const pathOf = (id: string): string => join(sources, `${id}.eml`);
  return {
    mails,
    put: async (mail, source) => {
      await writeFile(pathOf(mail.id), source, { mode: 0o600 });
      journal.append(mail);
      mails.push(mail);
    },
    source: (id) =>
      mails.some((mail) => mail.id === id) ? readFile(pathOf(id)) : Promise.resolve(undefined),
    close: journal.close,
  };
}

function memoryShelf(): MailShelf {
  const mails: Mail[] = [];
  const sources = new Map<string, Buffer>();
  return {
    mails,
    put: (mail, source) => {
      sources.set(mail.id, source);
      mails.push(mail);
      return Promise.resolve();
    },
    source: (id) => Promise.resolve(sources.get(id)),
    close: () => undefined,
  };
}
