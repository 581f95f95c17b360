import type { SMTPConnectionSendInfo } from 'nodemailer/lib/smtp-connection';

/** What became of a mail. */
export type Delivery =
  /** The server took it over. `refused` are the recipients among others that it did not take it for. */
  | { readonly kind: 'accepted'; readonly reply: string; readonly refused: readonly Refusal[] }
  /** Refused for good: a person must look at the address or the mail. */
  | { readonly kind: 'refused'; readonly code: number; readonly text: string }
  /** Not sent for certain; it may be sent again. */
  | { readonly kind: 'later'; readonly reason: string }
  /** The server may have it: sending it again could deliver it twice. */
  | { readonly kind: 'unknown'; readonly reason: string };

export interface Refusal {
  readonly address: string;
  readonly code: number;
  readonly text: string;
}

/** What nodemailer tells about a failure. */
export interface SmtpFailure extends Error {
  readonly code: string;
  /** The command that was answered. */
  readonly command?: string;
  /** The server's reply, if it gave one. */
  readonly responseCode?: number;
  readonly response?: string;
  readonly permanent?: boolean;
  readonly recipient?: string;
}

export function deliveryOf({ response, rejectedErrors = [] }: SMTPConnectionSendInfo): Delivery {
  const refused = rejectedErrors.map(({ recipient = '', responseCode = 0, response: text = '' }) => ({
    address: recipient,
    code: responseCode,
    text,
  }));
  return { kind: 'accepted', reply: response, refused };
}

/**
 * What a failure means for the mail. A reply of the server is certain, whenever it came: it did not take the mail.
 * Silence after the first byte of the mail is not.
 */
export function failedDelivery(failure: SmtpFailure, mailBegan: boolean): Delivery {
  const { code, command = '', message, permanent, response = message, responseCode } = failure;
  if (responseCode === undefined && mailBegan) return { kind: 'unknown', reason: message };
  if (code === 'EMESSAGE' && responseCode === undefined)
    return { kind: 'refused', code: tooLarge, text: message };
  const aboutThisMail = mailCommands.includes(command);
  if (permanent && aboutThisMail && responseCode)
    return { kind: 'refused', code: responseCode, text: response };
  return { kind: 'later', reason: message };
}

/** RFC 5321's code for a mail above the size that the server announced; nodemailer does not even offer it. */
const tooLarge = 552;

/** A 5xx to any other command (greeting, log-in) is about us and is mended on our side. */
const mailCommands: readonly string[] = ['MAIL FROM', 'RCPT TO', 'DATA'];
