import { DomainError } from '../error.ts';
import { quoted } from '../reading/quoted.ts';
import { type Currency, minorDigits, type Money } from './money.ts';
import { type Refuse, splitFigure } from './figure.ts';
import { looksLikeCurrency, namesCurrency } from './symbols.ts';

export interface ReadMoneyOptions {
  readonly currency: Currency;
  /** The decimal mark, where it is known (a file's convention). Without it `1.234` and `1,234` are thousands. */
  readonly decimal?: '.' | ',';
  /** Credit notes and corrections; anything typed by hand is refused when negative. */
  readonly allowNegative?: boolean;
}

/**
 * Reads an amount as people and ERP systems write it: `4100`, `1.234,50`, `1,234.50`, `1'234.50`, `4 100`, `€4,100`,
 * `4100 EUR`, `4100,-`; with `allowNegative` also `-5`, `5-` and `(5)`. A sign or code must be the currency's own.
 *
 * Throws `invalid`, saying what was not understood and what to write, rather than guess.
 */
export function readMoney(text: string, options: ReadMoneyOptions): Money {
  const { currency } = options;
  const minor = minorDigits(currency);
  const refuse: Refuse = (reason) =>
    new DomainError(
      'invalid',
      `${quoted(text)} is not an amount in ${currency}: ${reason}. ${wayOut(options, minor)}`,
    );
  if (text.trim() === '') throw new DomainError('invalid', `No amount was given. ${wayOut(options, minor)}`);
  if (text.length > longestText) throw refuse('it is too long');

  const { negative, unsigned } = takeSign(plainMarks(text), refuse);
  const { figure, words } = takeFigure(unsigned, refuse);
  for (const word of words) assertCurrency(word, currency, refuse);
  const { whole, fraction } = splitFigure(figure, { minor, decimal: options.decimal, refuse });
  const units = BigInt(whole + fraction.padEnd(minor, '0'));
  if (negative && units > 0n && options.allowNegative !== true) throw refuse('it is negative');
  if (units > largestUnits) throw refuse('it is more than a ledger can hold');
  return { amount: negative ? -units : units, currency };
}

const longestText = 60;

/** The ledger's columns are 64-bit integers. */
const largestUnits = 2n ** 63n - 1n;

/** One kind of minus, apostrophe and space; no marks of writing direction; `4100,-` without its dash. */
function plainMarks(text: string): string {
  return text
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[‘’ʼ´`]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/(\d)[.,]--?(?!\d)/, '$1')
    .trim();
}

function takeSign(text: string, refuse: Refuse): { readonly negative: boolean; readonly unsigned: string } {
  const bracketed = /^\((.*)\)$/.exec(text)?.[1];
  const body = bracketed ?? text;
  const unsigned = body.replace('-', '');
  if (/\d ?- ?\d/.test(body) || unsigned.includes('-') || (bracketed !== undefined && unsigned !== body)) {
    throw refuse('the minus is in an odd place');
  }
  return { negative: bracketed !== undefined || unsigned !== body, unsigned };
}

/** A leading `.` or `,` belongs to the figure only when nothing is stuck to it: `.50`, but not `Fr.50`. */
function takeFigure(
  text: string,
  refuse: Refuse,
): { readonly figure: string; readonly words: readonly string[] } {
  const match = /(?:(?<!\S)[.,])?\d(?:[\d.,' ]*\d)?/.exec(text);
  if (match === null) throw refuse('there is no figure in it');
  const words = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
  return { figure: match[0], words: words.map((word) => word.trim()).filter((word) => word !== '') };
}

function assertCurrency(word: string, currency: Currency, refuse: Refuse): void {
  if (namesCurrency(word, currency)) return;
  throw refuse(
    looksLikeCurrency(word) ? `${quoted(word)} is another currency` : `${quoted(word)} is not understood`,
  );
}

function wayOut({ decimal }: ReadMoneyOptions, minor: number): string {
  const [point, comma] = decimal === ',' ? [',', '.'] : ['.', ','];
  const decimals = minor === 0 ? '' : point + '0'.repeat(minor);
  return `Write the figure in full, for example 4${comma}100${decimals} or 4100.`;
}
