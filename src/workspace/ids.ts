import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** An id of Slack's form: a letter for the kind, then ten capitals and digits. */
export function mintId(kind: 'C' | 'F' | 'V' | 'Ev'): string {
  return kind + [...randomBytes(10)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** Unguessable; for URLs and triggers that are a right in themselves. */
export function mintSecret(): string {
  return randomBytes(18).toString('base64url');
}
