import { findLetter } from '../../../db/queries/letter/find.ts';
import { DomainError } from '../../core/error.ts';
import type { Recipient } from '../../core/letter/audience.ts';
import type { Delivery } from '../../letters/delivery.ts';
import type { Mail } from '../../letters/mail.ts';
import { letterPdf } from '../../letters/pdf.ts';
import type { Mailer } from '../../letters/smtp.ts';
import type { Claimed } from '../outbox/claim.ts';
import { isLastTry } from '../outbox/patience.ts';
import type { Fate } from '../outbox/settle.ts';
import type { Office } from '../ports.ts';
import { within } from '../scope.ts';
import { composeLetter } from './compose.ts';
import { enclosedCopies } from './enclosed.ts';
import { settleLetter } from './settle.ts';
import { keepBack } from './withhold.ts';

/**
 * Mails a letter and records its fate. A mail whose fate is unclear is never sent a second time: it becomes a
 * matter for a person, because a demand that arrives twice is worse than one that is late. So does one that no mail
 * server took in a day.
 */
export async function mailLetter(
  office: Office,
  mailer: Mailer,
  workspaceId: number,
  letterId: number,
  message: Claimed,
): Promise<Fate> {
  // Its fate was written down by a process that died before it could say so here.
  if (message.obsolete) return { kind: 'dropped' };
  if (!message.unclear && (await keepBack(office, workspaceId, letterId))) return { kind: 'dropped' };
  const delivery = message.unclear ? unclearBefore : await send(office, mailer, workspaceId, letterId);
  switch (delivery.kind) {
    case 'accepted':
      await settleLetter(office, workspaceId, letterId, delivery);
      return { kind: 'sent', channelId: null, messageId: null };
    case 'later':
      if (isLastTry(message))
        await settleLetter(office, workspaceId, letterId, givenUp(delivery.reason, message));
      return { kind: 'failed', trouble: delivery.reason };
    case 'refused':
      await settleLetter(office, workspaceId, letterId, delivery);
      return { kind: 'parked', trouble: delivery.text };
    case 'unknown':
      await settleLetter(office, workspaceId, letterId, delivery);
      return { kind: 'parked', trouble: delivery.reason };
  }
}

const unclearBefore: Delivery = {
  kind: 'unknown',
  reason: 'the process ended while the mail was on its way',
};

function givenUp(reason: string, { attempts }: Claimed): Extract<Delivery, { kind: 'unknown' }> {
  return { kind: 'unknown', reason: `not sent, tried ${attempts} times: ${reason}` };
}

async function send(
  office: Office,
  mailer: Mailer,
  workspaceId: number,
  letterId: number,
): Promise<Delivery> {
  try {
    return await mailer.send(await compose(office, workspaceId, letterId));
  } catch (error) {
    // A mail that cannot be made has not been sent; after anything else nobody knows.
    if (error instanceof DomainError) return { kind: 'later', reason: error.message };
    throw error;
  }
}

/** Letters from before recipients were kept have one address. */
function addressees(recipients: readonly Recipient[], toAddress: string): Pick<Mail, 'to' | 'cc'> {
  const of = (how: Recipient['how']): readonly string[] =>
    recipients.filter((one) => one.how === how).map(({ email }) => email);
  return recipients.length === 0 ? { to: [toAddress] } : { to: of('to'), cc: of('copy') };
}

async function compose(office: Office, workspaceId: number, letterId: number): Promise<Mail> {
  const { row, text, date, copies } = await within(office, workspaceId, async (scope) => {
    const found = await findLetter(scope.tx, letterId);
    if (found === undefined) throw new Error(`letter ${letterId} is gone`);
    const written = composeLetter(scope.workspace, found);
    return { row: found, text: written, date: scope.now, copies: await enclosedCopies(scope, found) };
  });
  if (row.toAddress === null || row.messageId === null)
    throw new DomainError('invalid', `letter ${letterId} was queued without an address`);
  return {
    messageId: row.messageId,
    date,
    ...addressees(row.recipients, row.toAddress),
    subject: text.subject,
    text: text.text,
    html: text.html,
    ...(text.creditor.replyTo === undefined ? {} : { replyTo: text.creditor.replyTo }),
    attachments: [{ name: text.fileName, bytes: await letterPdf(text) }, ...copies].map((file) => ({
      ...file,
      type: 'application/pdf',
    })),
  };
}
