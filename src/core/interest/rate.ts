import { DomainError } from '../error.ts';
import { quoted } from '../reading/quoted.ts';

/** Millionths of the principal: 2.15 % is 21,500. Four decimals of a per cent are exact, and no float is ever made. */
export type Millionths = number;

/**
 * Reads a rate as people write it: `2.15`, `2,15 %`, `-0.88%`.
 * @throws DomainError `invalid` for what is no rate, or for one beyond -20 % or 100 %.
 */
export function readRate(text: string): Millionths {
  const match = /^([-−–]?)\s*(\d{1,3})(?:[.,](\d{1,4}))?\s*%?$/.exec(text.trim());
  const [, sign = '', whole = '', fraction = ''] = match ?? [];
  const size = Number(whole) * 10_000 + Number(fraction.padEnd(4, '0'));
  const rate = sign === '' ? size : 0 - size;
  if (match === null || rate < -200_000 || rate > 1_000_000)
    throw new DomainError(
      'invalid',
      `${quoted(text)} is not an interest rate: write per cent with up to four decimals, for example 2.15.`,
    );
  return rate;
}

/** `11.27 %`: at least two decimals, no more than are needed. `decimal` is the language's mark. */
export function formatRate(rate: Millionths, decimal: '.' | ',' = '.'): string {
  const size = Math.abs(rate);
  const fraction = String(size % 10_000)
    .padStart(4, '0')
    .replace(/0{1,2}$/, '');
  return `${rate < 0 ? '-' : ''}${Math.floor(size / 10_000)}${decimal}${fraction} %`;
}
