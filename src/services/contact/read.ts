import { DomainError } from '../../core/error.ts';
import { type ContactRole, contactRoles } from '../../core/letter/audience.ts';
import { quoted } from '../../core/reading/quoted.ts';
import { languages } from '../../letters/languages/language.ts';
import { readMailbox } from '../../letters/mailbox.ts';

export { type ContactRole, contactRoles } from '../../core/letter/audience.ts';
export { languages } from '../../letters/languages/language.ts';

/** What a field that may stay as it is says: a new value, nothing any more (`-`), or nothing new (empty). */
export type Correction<T> = T | null | undefined;

/** @throws DomainError `invalid` for what no mail server would take. */
export function readMailAddress(text: string): Correction<string> {
  return corrected(text, (address) => readMailbox(address).address);
}

/** Digits as people group them, with an extension; at most fifteen digits, as numbers have (ITU E.164). */
export function readPhone(text: string): Correction<string> {
  return corrected(text, (phone) => {
    const digits = phone.replaceAll(/\D/g, '').length;
    if (/^\+?[\d\s()./-]+(?:(?:ext\.?|x|#)\s?\d{1,6})?$/i.test(phone) && digits >= 4 && digits <= 21)
      return phone.replaceAll(/\s+/g, ' ');
    throw new DomainError(
      'invalid',
      `${quoted(phone)} is not a phone number. Write digits, for example +49 30 1234567 ext 12.`,
    );
  });
}

export function readContactRole(text: string): ContactRole {
  const role = contactRoles.find((known) => known === text);
  if (role !== undefined) return role;
  throw new DomainError(
    'invalid',
    `${quoted(text)} is not a role of a contact: choose ${contactRoles.join(', ')}.`,
  );
}

export function readLanguage(text: string): string {
  const language = languages.find((known) => known === text.toLowerCase());
  if (language !== undefined) return language;
  throw new DomainError(
    'invalid',
    `Letters cannot be written in ${quoted(text)}: choose ${languages.join(', ')}.`,
  );
}

export function readContactName(text: string): string {
  const name = text.trim().replaceAll(/\s+/g, ' ');
  if (name === '') throw new DomainError('invalid', 'Who is it? Write a name, or a department.');
  return name;
}

function corrected<T>(text: string, read: (trimmed: string) => T): Correction<T> {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return trimmed === '-' ? null : read(trimmed);
}
