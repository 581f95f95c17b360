import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { callbackify } from 'node:util';
import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { Mail } from './api.ts';
import { openMailShelf } from './mail-shelf.ts';

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
const TOO_LARGE = Object.assign(new Error(`The mail is larger than ${MAX_BYTES} bytes.`), {
  responseCode: 552,
});

/** A mail server on this machine that delivers to nobody: what is sent can be looked at. */
export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
  const shelf = openMailShelf(options.storeFolder);
  const listeners = new Set<(mail: Mail) => void>();
  const receive = async (source: Buffer, tooLarge: boolean): Promise<void> => {
    if (tooLarge) throw TOO_LARGE;
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
      stream.pipe(collect((source) => receive(source, stream.sizeExceeded), done));
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

/** A sink that hands on everything it was given at once, and then reports to the SMTP client. */
function collect(take: (whole: Buffer) => Promise<void>, done: (error?: Error | null) => void): Writable {
  const parts: Buffer[] = [];
  const sink = new Writable({
    write: (part: Buffer, _encoding, next) => {
      parts.push(part);
      next();
    },
    final: callbackify(() => take(Buffer.concat(parts))),
  });
  return sink.on('finish', done).on('error', done);
}
