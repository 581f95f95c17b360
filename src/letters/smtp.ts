import type { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import SMTPConnection, { type SMTPConnectionSendInfo } from 'nodemailer/lib/smtp-connection';
import { type Delivery, deliveryOf, failedDelivery, type SmtpFailure } from './delivery.ts';
import { type ComposedMail, composeMail, type Mail } from './mail.ts';
import { type MailServer, readMailServer } from './mail-server.ts';
import { readMailbox } from './mailbox.ts';

export interface MailAccount {
  /** As `readMailServer` reads it. */
  readonly url: string;
  /** As `readMailbox` reads it. */
  readonly from: string;
  /** How long a server may be silent, in milliseconds. A server that has the mail may take minutes to say so. */
  readonly patience?: { readonly connectMs: number; readonly replyMs: number };
}

export interface Mailer {
  /** Sends once and says what became of it; never tries again. Throws `invalid` for a mail that cannot be composed. */
  readonly send: (mail: Mail) => Promise<Delivery>;
}

/** A mailer for one account; it connects when there is something to send. Throws `invalid` for a bad account. */
export function connectMail({
  url,
  from,
  patience = { connectMs: 10_000, replyMs: 120_000 },
}: MailAccount): Mailer {
  const server = readMailServer(url);
  const sender = readMailbox(from);
  return { send: async (mail) => deliver(server, patience, await composeMail(sender, mail)) };
}

async function deliver(server: MailServer, patience: Patience, mail: ComposedMail): Promise<Delivery> {
  const content = watched(mail.bytes);
  try {
    return deliveryOf(await converse(server, patience, mail, content.stream));
  } catch (error) {
    if (isSmtpFailure(error)) return failedDelivery(error, content.began());
    throw error;
  }
}

type Patience = NonNullable<MailAccount['patience']>;

/**
 * The bytes as a stream that knows whether any were asked for. The connection reads it only once the server has said
 * that it waits for the mail, which is the moment from which a lost connection leaves doubt.
 */
function watched(bytes: Buffer): { readonly stream: Readable; readonly began: () => boolean } {
  let began = false;
  const chunks = function* () {
    began = true;
    yield bytes;
  };
  return { stream: Readable.from(chunks()), began: () => began };
}

/** One connection, one mail. */
async function converse(
  { login, ...server }: MailServer,
  { connectMs, replyMs }: Patience,
  { from, to, bytes }: ComposedMail,
  content: Readable,
): Promise<SMTPConnectionSendInfo> {
  const connection = new SMTPConnection({
    ...server,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: replyMs,
  });
  try {
    const sent = await new Promise<SMTPConnectionSendInfo>((resolve, reject) => {
      const unless = (step: () => void) => (error?: Error | null) => (error ? reject(error) : step());
      const send = () =>
        connection.send({ from, to: [...to], size: bytes.length }, content, (error, info) =>
          unless(() => resolve(info))(error),
        );
      connection.on('error', reject);
      connection.connect(unless(() => (login ? connection.login(login, unless(send)) : send())));
    });
    connection.quit();
    return sent;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function isSmtpFailure(error: unknown): error is SmtpFailure {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
