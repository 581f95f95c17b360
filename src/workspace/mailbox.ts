import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { Mail } from './api.ts';
import { openJournal } from './store/journal.ts';

export interface MailboxOptions {
  /** 0 takes any free one. The host is always 127.0.0.1. */
  readonly port: number;
  /** Absent: mails are kept in memory. */
  readonly storeFolder?: string;
  /** Stamps the arrival. */
  readonly now?: () => Date;
}

export interface Attachment {
  readonly name: string;
  readonly mimetype: string;
  readonly bytes: Uint8Array;
}

export interface Mailbox {
  readonly port: number;
  /** Newest first. */
  readonly mails: () => readonly Mail[];
  readonly attachment: (mailId: string, index: number) => Promise<Attachment | undefined>;
  /** The mail as it came over the wire. */
  readonly source: (mailId: string) => Promise<Uint8Array | undefined>;
  readonly onMail: (listener: (mail: Mail) => void) => () => void;
  readonly close: () => Promise<void>;
}

const MAX_BYTES = 32 * 1_024 * 1_024;

/** A mail server on this machine that delivers to nobody: what is sent can be looked at. */
export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
  const shelf = openShelf(options.storeFolder);
  const listeners = new Set<(mail: Mail) => void>();
  const receive = async (source: Buffer): Promise<void> => {
    const mail = describe(await simpleParser(source), options.now?.() ?? new Date());
    await shelf.put(mail, source);
    listeners.forEach((listener) => listener(mail));
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MAX_BYTES,
    disableReverseLookup: true,
    onData: (stream, _session, done) => {
      readWhole(stream)
        .then(receive)
        .then(() => done(), done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    mails: () => shelf.mails.toReversed(),
    attachment: async (mailId, index) => attachmentOf(await shelf.source(mailId), index),
    source: shelf.source,
    onMail: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      await new Promise<void>((resolve) => server.close(resolve));
      shelf.close();
    },
  };
}

interface Shelf {
  readonly mails: Mail[];
  readonly put: (mail: Mail, source: Buffer) => Promise<void>;
  readonly source: (id: string) => Promise<Uint8Array | undefined>;
  readonly close: () => void;
}

function openShelf(folder: string | undefined): Shelf {
  const mails: Mail[] = [];
  if (folder === undefined) return memoryShelf(mails);
  const sources = join(folder, 'mails');
  mkdirSync(sources, { recursive: true });
  const journal = openJournal<Mail>(join(folder, 'mails.jsonl'), (mail) => mails.push(mail));
  return {
    mails,
    put: async (mail, source) => {
      await writeFile(join(sources, `${mail.id}.eml`), source, { mode: 0o600 });
      journal.append(mail);
      mails.push(mail);
    },
    source: async (id) =>
      mails.some((mail) => mail.id === id) ? readFile(join(sources, `${id}.eml`)) : undefined,
    close: journal.close,
  };
}

function memoryShelf(mails: Mail[]): Shelf {
  const sources = new Map<string, Buffer>();
  return {
    mails,
    put: async (mail, source) => {
      sources.set(mail.id, source);
      mails.push(mail);
    },
    source: async (id) => sources.get(id),
    close: () => undefined,
  };
}

function describe(parsed: ParsedMail, receivedAt: Date): Mail {
  return {
    id: randomUUID(),
    receivedAt: receivedAt.toISOString(),
    from: parsed.from?.text ?? '',
    to: addressesOf(parsed.to),
    cc: addressesOf(parsed.cc),
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    ...(typeof parsed.html === 'string' ? { html: parsed.html } : {}),
    attachments: parsed.attachments.map((attachment, index) => ({
      name: attachment.filename ?? `attachment-${index + 1}`,
      size: attachment.size,
      index,
    })),
  };
}

function addressesOf(field: AddressObject | readonly AddressObject[] | undefined): readonly string[] {
  const groups = field === undefined ? [] : 'value' in field ? [field] : field;
  return groups.flatMap((group) =>
    group.value.map(({ name, address = '' }) => (name ? `${name} <${address}>` : address)),
  );
}

async function attachmentOf(source: Uint8Array | undefined, index: number): Promise<Attachment | undefined> {
  if (!source) return undefined;
  const found = (await simpleParser(Buffer.from(source))).attachments[index];
  return (
    found && {
      name: found.filename ?? `attachment-${index + 1}`,
      mimetype: found.contentType,
      bytes: found.content,
    }
  );
}

async function readWhole(stream: SMTPServerDataStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream as AsyncIterable<Buffer>) parts.push(part);
  if (!stream.sizeExceeded) return Buffer.concat(parts);
  throw Object.assign(new Error(`the mail is larger than ${MAX_BYTES} bytes`), { responseCode: 552 });
}
