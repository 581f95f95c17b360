import { findLetter } from '../../../db/queries/letter/find.ts';
import type { Delivery } from '../../letters/delivery.ts';
import { letterPdf } from '../../letters/pdf.ts';
import type { Mailer } from '../../letters/smtp.ts';
import type { Fate } from '../outbox/settle.ts';
import type { Office } from '../ports.ts';
import { within } from '../scope.ts';
import { composeLetter } from './compose.ts';
import { settleLetter } from './settle.ts';

/**
 * Mails a letter and records its fate. A mail whose fate is unclear is never sent a second time: it becomes a
 * matter for a person, because a demand that arrives twice is worse than one that is late.
 */
export async function mailLetter(
  office: Office,
  mailer: Mailer,
  workspaceId: number,
  letterId: number,
  unclear: boolean,
): Promise<Fate> {
  const delivery = unclear ? unclearBefore : await send(office, mailer, workspaceId, letterId);
  if (delivery.kind === 'later') return { kind: 'later', afterSeconds: 60, trouble: delivery.reason };
  await settleLetter(office, workspaceId, letterId, delivery);
  if (delivery.kind === 'accepted') return { kind: 'sent', channelId: null, messageId: null };
  return { kind: 'parked', trouble: delivery.kind === 'refused' ? delivery.text : delivery.reason };
}

const unclearBefore: Delivery = {
  kind: 'unknown',
  reason: 'the process ended while the mail was on its way',
};

async function send(
  office: Office,
  mailer: Mailer,
  workspaceId: number,
  letterId: number,
): Promise<Delivery> {
  const { row, text, date } = await within(office, workspaceId, async (scope) => {
    const found = await findLetter(scope.tx, letterId);
    if (found === undefined) throw new Error(`letter ${letterId} is gone`);
    return { row: found, text: composeLetter(scope.workspace, found), date: scope.now };
  });
  if (row.toAddress === null || row.messageId === null)
    throw new Error(`letter ${letterId} was queued without an address`);
  return mailer.send({
    messageId: row.messageId,
    date,
    to: [row.toAddress],
    subject: text.subject,
    text: text.text,
    html: text.html,
    ...(text.creditor.replyTo === undefined ? {} : { replyTo: text.creditor.replyTo }),
    attachments: [{ name: `${text.fileName}.pdf`, type: 'application/pdf', bytes: await letterPdf(text) }],
  });
}
