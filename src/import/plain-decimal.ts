import type { Currency } from '../core/money.ts';
import { isCurrency } from './codes.ts';

export type DecimalMark = '.' | ',';

/** `-1234.5` for `(1.234,50)`: no grouping, no surplus zeros, equal for equal amounts; undefined when unreadable. */
export function plainDecimal(text: string, decimal: DecimalMark): string | undefined {
  const parts = partsOf(text);
  const match = parts && numberPatterns[decimal].exec(parts.digits);
  if (!parts || !match || parts.digits === '') return undefined;
  const whole = (match[1] ?? '').replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0';
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  return `${parts.negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The currency that the cell names itself; undefined for none, and for signs that several currencies share. */
export function currencyOf(text: string): Currency | undefined {
  return partsOf(text)?.currency;
}

interface AmountParts {
  readonly negative: boolean;
  readonly digits: string;
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
