import { DomainError } from '../core/error.ts';

/** One address with an optional name, checked. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/**
 * Reads `ar@acme.test` or `Acme GmbH <ar@acme.test>`. Throws `invalid` for lists, for line breaks and other control
 * characters (a header could be smuggled in with them) and for whatever no mail server would take.
 */
export function readMailbox(text: string): Mailbox {
  const match = /^(?:"?(?<name>[^"<>]*?)"?\s*<(?<inner>[^<>]*)>|(?<bare>[^<>]*))$/.exec(text.trim());
  const address = match?.groups?.['inner'] ?? match?.groups?.['bare'] ?? '';
  if (hasControls(text) || !isAddress(address)) {
    throw new DomainError(
      'invalid',
      `${JSON.stringify(text.slice(0, 100))} is not a mail address. Write one, for example ar@example.com.`,
    );
  }
  return { name: match?.groups?.['name'] ?? '', address };
}

/** Control characters, line breaks among them: never part of a header. */
export function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

/** RFC 5321's lengths; its quoted local parts are refused, as nobody has one and they hide tricks. */
function isAddress(text: string): boolean {
  const [local = '', domain = '', ...more] = text.split('@');
  const labels = domain.split('.');
  return (
    more.length === 0 &&
    text.length <= 254 &&
    /^[^\s"(),:;<>[\\\]]{1,64}$/.test(local) &&
    labels.length > 1 &&
    labels.every((label) => /^(?!-)[\p{L}\p{M}\p{N}-]{1,63}(?<!-)$/u.test(label))
  );
}
