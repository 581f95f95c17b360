import { Buffer } from 'node:buffer';
import MailComposer from 'nodemailer/lib/mail-composer';
import { DomainError } from '../core/error.ts';
import { hasControls, type Mailbox, readMailbox } from './mailbox.ts';

/** A mail before it is sent. Addresses as `readMailbox` reads them. */
export interface Mail {
  /** Fixed by the caller before the first try, so that a second copy can be recognised as one: `<id@domain>`. */
  readonly messageId: string;
  readonly date: Date;
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly replyTo?: string;
  /** The message id of the mail that this one answers. */
  readonly inReplyTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments?: readonly Attachment[];
}

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A mail as it goes over the wire. */
export interface ComposedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly bytes: Buffer;
}

/**
 * Composes a mail. Throws `invalid` for a bad address, for no address at all and for control characters in anything
 * that becomes a header.
 */
export async function composeMail(from: Mailbox, mail: Mail): Promise<ComposedMail> {
  const [to, cc] = [mail.to.map(readMailbox), (mail.cc ?? []).map(readMailbox)];
  if (to.length === 0) throw new DomainError('invalid', 'The mail has no recipient: name at least one.');
  refuseControls(mail);
  const composer = new MailComposer({
    messageId: checkedId(mail.messageId),
    date: mail.date,
    from: { ...from },
    to: to.map((each) => ({ ...each })),
    cc: cc.map((each) => ({ ...each })),
    ...(mail.replyTo === undefined ? {} : { replyTo: { ...readMailbox(mail.replyTo) } }),
    ...answering(mail.inReplyTo),
    subject: mail.subject,
    text: mail.text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    attachments: (mail.attachments ?? []).map(attached),
    // Content comes as bytes only: no text of a customer can make the server read a file or a page.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const bytes = await composer.compile().build();
  return { from: from.address, to: [...to, ...cc].map(({ address }) => address), bytes };
}

function attached({ name, type, bytes }: Attachment): {
  filename: string;
  contentType: string;
  content: Buffer;
} {
  return { filename: name, contentType: type, content: Buffer.from(bytes) };
}

function answering(inReplyTo: string | undefined): { inReplyTo?: string; references?: string } {
  return inReplyTo === undefined ? {} : { inReplyTo: checkedId(inReplyTo), references: inReplyTo };
}

function checkedId(id: string): string {
  if (/^<[^\s<>@]+@[^\s<>@]+>$/.test(id) && !hasControls(id)) return id;
  throw new DomainError(
    'invalid',
    `${JSON.stringify(id)} is not a message id. It must look like <id@domain>.`,
  );
}

function refuseControls({ subject, attachments = [] }: Mail): void {
  const bad = [subject, ...attachments.flatMap(({ name, type }) => [name, type])].find(hasControls);
  if (bad === undefined) return;
  throw new DomainError(
    'invalid',
    `${JSON.stringify(bad)} has a line break or another control character: remove it.`,
  );
}
