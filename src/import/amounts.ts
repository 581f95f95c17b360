import { type Currency, minorDigits } from '../core/money.ts';
import { isCurrency } from './codes.ts';
import { proveStyle } from './prove-style.ts';
import { quote, type Reading } from './reading.ts';

export type DecimalMark = '.' | ',';

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
  if ((partsOf(text)?.currency ?? currency) !== currency)
    return { reason: `${name} ${quote(text)} is not in ${currency}` };
  const [whole = '', fraction = ''] = plain.replace('-', '').split('.');
  if (whole.length > maxWholeDigits)
    return { reason: `${name} ${quote(text)} has more than ${maxWholeDigits} digits` };
  const digits = minorDigits(currency);
  const kept = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  const magnitude = (fraction[digits] ?? '0') >= '5' ? kept + 1n : kept;
  const rounded = /[1-9]/.test(fraction.slice(digits));
  return { value: { amount: plain.startsWith('-') ? -magnitude : magnitude, rounded } };
}

/** A trillion of any currency stays far inside Postgres' bigint, even when thousands of them are summed up. */
const maxWholeDigits = 12;

const markNames: Readonly<Record<DecimalMark, string>> = { '.': 'point', ',': 'comma' };

interface AmountParts {
  readonly negative: boolean;
  readonly digits: string;
  /** The currency named in the cell; absent for signs that several currencies share. */
  readonly currency?: Currency;
}

const currencyPattern = '[A-Z]{3}|[€£$¥]';
const unambiguousSigns: Readonly<Record<string, Currency>> = { '€': 'EUR', '£': 'GBP' };

/** Accountants write a minus before, behind, or as parentheses; currencies stand before or behind. */
const amountPattern = new RegExp(
  String.raw`^(?<open>\()?(?<sign>[-+]?) ?(?<before>${currencyPattern})? ?(?<inner>-)?(?<digits>[\d.,'][\d.,' ]*?)` +
    String.raw` ?(?<after>${currencyPattern})? ?(?<behind>-)?(?<close>\))?$`,
);

function partsOf(text: string): AmountParts | undefined {
  const plain = text
    .replace(/\s/g, ' ')
    .replace(/\u2212/g, '-')
    .replace(/’/g, "'");
  const {
    open,
    sign,
    before,
    inner,
    digits = '',
    after,
    behind,
    close,
  } = amountPattern.exec(plain)?.groups ?? {};
  const minuses = [sign === '-', inner, behind, open].filter(Boolean).length;
  if (minuses > 1 || Boolean(open) !== Boolean(close) || (before && after)) return undefined;
  const named = before ?? after;
  if (named === undefined || named === '$' || named === '¥') return { negative: minuses === 1, digits };
  const currency = unambiguousSigns[named] ?? named;
  return isCurrency(currency) ? { negative: minuses === 1, digits, currency } : undefined;
}

const groupedBy = (mark: string): string => String.raw`[1-9]\d{0,2}(?:${mark}\d{3})+`;
const numberPattern = (group: string, decimal: string): RegExp =>
  new RegExp(`^(\\d+|${groupedBy(group)}|${groupedBy(' ')}|${groupedBy("'")})?(?:${decimal}(\\d+))?$`);
const numberPatterns: Readonly<Record<DecimalMark, RegExp>> = {
  '.': numberPattern(',', String.raw`\.`),
  ',': numberPattern(String.raw`\.`, ','),
};

/** `-1234.5` for `(1.234,50)`: no grouping, no surplus zeros, equal for equal amounts; undefined when unreadable. */
function plainDecimal(text: string, decimal: DecimalMark): string | undefined {
  const parts = partsOf(text);
  const match = parts && numberPatterns[decimal].exec(parts.digits);
  if (!parts || !match || parts.digits === '') return undefined;
  const whole = (match[1] ?? '').replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0';
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  return `${parts.negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

function namedCurrency(values: readonly string[]): Currency | undefined {
  const named = new Set(values.map((value) => partsOf(value)?.currency));
  const [only] = named;
  return named.size === 1 ? only : undefined;
}
