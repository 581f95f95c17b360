import { DomainError } from '../error.ts';
import { type Money, readMoney } from '../money.ts';
import { quoted } from '../reading/quoted.ts';
import { readRate } from './rate.ts';
import type { AgreedRate } from './terms.ts';

/**
 * A rate that was agreed: `12 % a year`, `1.5% per month`, `1,5 % im Monat`, `9 % p.a.`
 * @throws DomainError `invalid` for one that does not say for how long, or that is below zero.
 */
export function readAgreedRate(text: string): AgreedRate {
  const [, figure = '', span = ''] = /^([-−–\d.,\s]+%?)\s*(.*)$/.exec(text.trim()) ?? [];
  const per = spans.find(([words]) => words.test(span))?.[1];
  if (per === undefined)
    throw new DomainError(
      'invalid',
      `${quoted(text)} does not say for how long: write for example 12 % a year or 1.5 % a month.`,
    );
  const millionths = readRate(figure);
  if (millionths >= 0) return { millionths, per };
  throw new DomainError('invalid', `${quoted(text)} is below zero: nobody is paid for paying late.`);
}

const before = String.raw`^(?:/|per|a|pro|im|al|all['’])?\s*`;
const spans: readonly (readonly [RegExp, AgreedRate['per']])[] = [
  [new RegExp(`${before}(?:year|yearly|annum|p\\.? ?a\\.?|jahr|anno|annuo|gadā)$`, 'iu'), 'year'],
  [new RegExp(`${before}(?:month|monthly|p\\.? ?m\\.?|monat|mese|mensile|mēnesī)$`, 'iu'), 'month'],
];

/** An amount with its currency: `25 EUR`, `€25`, `40.00 gbp`. @throws DomainError `invalid` where none is named. */
export function readFixedSum(text: string): Money {
  const sign = /[€£$]/.exec(text)?.[0];
  const code = /\b[a-z]{3}\b/i.exec(text)?.[0]?.toUpperCase() ?? signs.get(sign ?? '');
  if (code === undefined)
    throw new DomainError('invalid', `${quoted(text)} names no currency: write for example 25 EUR.`);
  return readMoney(text, { currency: code });
}

const signs: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['$', 'USD'],
]);

const mostGraceDays = 180;

/** Whole days. @throws DomainError `invalid` for anything else. */
export function readGraceDays(text: string): number {
  const days = /^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined;
  if (days !== undefined && days <= mostGraceDays) return days;
  throw new DomainError(
    'invalid',
    `${quoted(text)} is not a number of days from 0 to ${mostGraceDays}: write for example 5.`,
  );
}
