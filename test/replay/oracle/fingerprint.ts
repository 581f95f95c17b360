import { createHash } from 'node:crypto';
import { type Said, saidAt } from '../desk/tape.ts';
import { linesOf } from './texts.ts';

/** What a mail server took, as far as its reader sees it. */
export interface Mail {
  readonly receivedAt: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/**
 * The same for the same messages and mails to the same people at the same moments in the same order. Tokens behind
 * buttons are drawn anew in every run and are no part of what anybody reads.
 */
export function fingerprintOf(messages: readonly Said[], mails: readonly Mail[]): string {
  const hash = createHash('sha256');
  for (const said of messages) {
    const { channel, threadTs = '', onlyFor = '' } = said;
    const lines = linesOf(said).map(withoutPort);
    hash.update([saidAt(said).toISOString(), channel, threadTs, onlyFor, ...lines, ''].join('\n'));
  }
  for (const { receivedAt, to, subject, text } of mails)
    hash.update([receivedAt, ...to, subject, text, ''].join('\n'));
  return hash.digest('hex').slice(0, 16);
}

/** The chat server takes any free one. */
const withoutPort = (line: string): string => line.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1');
