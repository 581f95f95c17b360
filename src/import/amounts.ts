import { type Currency, minorDigits } from '../core/money.ts';
import { currencyOf, type DecimalMark, plainDecimal } from './plain-decimal.ts';
import { proveStyle } from './prove-style.ts';
import { quote, type Reading } from './reading.ts';

export type { DecimalMark } from './plain-decimal.ts';

/** How the amounts of a file are written, with a value that shows it. */
export interface NumberStyle {
  /** `irrelevant` when no amount depends on it, `ambiguous` when it must be asked. */
  readonly decimal: DecimalMark | 'irrelevant' | 'ambiguous';
  readonly example: string;
  /** The currency that the amounts name themselves, when it is one and the same: `€1,200.00`. */
  readonly currency?: Currency;
}

/** The style of all amounts of a file together: one program wrote them all. */
export function numberStyle(values: readonly string[]): NumberStyle {
  const verdict = proveStyle(values, ['.', ','] as const, plainDecimal);
  const named = namedCurrency(values);
  const currency = named === undefined ? {} : { currency: named };
  switch (verdict.kind) {
    case 'proven':
      return { decimal: verdict.style, example: verdict.example, ...currency };
    case 'open':
      return { decimal: 'ambiguous', example: verdict.example, ...currency };
    case 'equal':
      return { decimal: 'irrelevant', example: values[0] ?? '', ...currency };
  }
}

/** Whether the value is a number in some style. */
export function isAmount(text: string): boolean {
  return plainDecimal(text, '.') !== undefined || plainDecimal(text, ',') !== undefined;
}

export interface ReadAmount {
  /** Minor units, negative for what we owe the customer. */
  readonly amount: bigint;
  /** The cell had more decimals than the currency has. */
  readonly rounded: boolean;
}

/**
 * The amount of a cell in minor units. Surplus decimals, which programs that count in floating point write
 * (2309.7899999999995), are rounded half away from zero, on the decimal text as it stands and never through a float.
 */
export function readAmount(
  text: string,
  decimal: DecimalMark,
  currency: Currency,
  name: string,
): Reading<ReadAmount> {
  if (text === '') return { reason: `${name} is empty` };
  const plain = plainDecimal(text, decimal);
  if (plain === undefined)
    return { reason: `${name} ${quote(text)} is not a number with decimal ${markNames[decimal]}` };
  if ((currencyOf(text) ?? currency) !== currency)
    return { reason: `${name} ${quote(text)} is not in ${currency}` };
  const value = inMinorUnits(plain, minorDigits(currency));
  return value ? { value } : { reason: `${name} ${quote(text)} has more than ${maxWholeDigits} digits` };
}

function inMinorUnits(plain: string, digits: number): ReadAmount | undefined {
  const [whole = '', fraction = ''] = plain.replace('-', '').split('.');
  if (whole.length > maxWholeDigits) return undefined;
  const kept = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  const magnitude = (fraction[digits] ?? '0') >= '5' ? kept + 1n : kept;
  return { amount: plain.startsWith('-') ? -magnitude : magnitude, rounded: fraction.length > digits };
}

/** A trillion of any currency stays far inside Postgres' bigint, even when thousands of them are summed up. */
const maxWholeDigits = 12;

const markNames: Readonly<Record<DecimalMark, string>> = { '.': 'point', ',': 'comma' };

function namedCurrency(values: readonly string[]): Currency | undefined {
  const named = new Set(values.map((value) => currencyOf(value)));
  const [only] = named;
  return named.size === 1 ? only : undefined;
}
