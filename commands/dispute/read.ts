import { type DisputeReason, disputeReasons } from '../../src/core/dispute/reason.ts';
import { DomainError } from '../../src/core/error.ts';
import { readMoney } from '../../src/core/money.ts';
import { quoted } from '../../src/core/reading/quoted.ts';

/** What somebody typed of a dispute. */
export interface TypedDispute {
  readonly invoices: readonly string[];
  /** Minor units; left out: all of those invoices. */
  readonly amount?: bigint;
  readonly reason: DisputeReason;
  readonly words?: string;
}

/** What people write for a reason, the longest first. */
const synonyms: readonly (readonly [string, DisputeReason])[] = [
  ...disputeReasons.map((reason) => [reason, reason] as const),
  ['purchase order number', 'missing purchase order number'] as const,
  ['purchase order', 'missing purchase order number'] as const,
  ['no po', 'missing purchase order number'] as const,
  ['po', 'missing purchase order number'] as const,
  ['undelivered', 'not delivered'] as const,
  ['delivery', 'not delivered'] as const,
  ['double', 'duplicate'] as const,
  ['damaged', 'quality'] as const,
].toSorted(([a], [b]) => b.length - a.length);

/**
 * Reads `R-101 R-102 400 quality scratched housing`: numbers of open invoices, an amount, what is wrong. The invoices
 * and the amount may be left out; a reason that is none of the list is `other`.
 * @param open numbers of the case's open invoices
 * @throws DomainError `invalid` when nothing is said to be wrong, or for a number that is neither invoice nor amount
 */
export function readDispute(text: string, open: readonly string[], currency: string): TypedDispute {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const { numbers, rest } = takeInvoices(words, open);
  const { amount, after } = takeAmount(rest, currency);
  if (numbers.length === 0 && amount === undefined) refuseStrangeNumber(rest[0], open);
  return { invoices: numbers, ...(amount === undefined ? {} : { amount }), ...readReason(after.join(' ')) };
}

function takeInvoices(words: readonly string[], open: readonly string[]) {
  const known = new Map(open.map((number) => [number.toLowerCase(), number]));
  const named = words.map((word) => known.get(word.replace(/[,;:]$/, '').toLowerCase()));
  const end = named.findIndex((number) => number === undefined);
  const taken = end < 0 ? words.length : end;
  return { numbers: named.slice(0, taken).flatMap((number) => number ?? []), rest: words.slice(taken) };
}

/** An amount and its currency may be two words. */
function takeAmount(words: readonly string[], currency: string) {
  for (const taken of [2, 1]) {
    const text = words.slice(0, taken).join(' ');
    if (words.length < taken || !/\d/.test(text)) continue;
    try {
      return { amount: readMoney(text, { currency }).amount, after: words.slice(taken) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
  return { amount: undefined, after: words };
}

function refuseStrangeNumber(word: string | undefined, open: readonly string[]): void {
  if (word === undefined || !/\d/.test(word)) return;
  throw new DomainError(
    'invalid',
    `${quoted(word)} is neither an amount nor an open invoice: open are ${open.slice(0, 8).join(', ')}.`,
  );
}

/**
 * What is wrong, and the words that explain it.
 * @throws DomainError `invalid` when nothing is said
 */
function readReason(text: string): { readonly reason: DisputeReason; readonly words?: string } {
  const said = text.trim();
  const lower = said.toLowerCase();
  const found = synonyms.find(([word]) => lower === word || new RegExp(`^${word}[ :,.;–-]`).test(lower));
  const words = found === undefined ? said : said.slice(found[0].length).replace(/^[ :,.;–-]+/, '');
  const reason = found?.[1] ?? 'other';
  if (reason === 'other' && words === '')
    throw new DomainError(
      'invalid',
      `Say what is wrong: ${disputeReasons.slice(0, -1).join(', ')}, or in your own words.`,
    );
  return words === '' ? { reason } : { reason, words };
}
