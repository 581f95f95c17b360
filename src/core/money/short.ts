import { decimalText } from './format.ts';
import type { Currency, Money } from './money.ts';

/** A sum for the axis of a picture, rounded to one decimal: `€1.2 m`, `€840 k`, `CHF 3 bn`. Never the only place of a number. */
export function shortMoney(of: Money, locale = 'en'): string {
  return formatterFor(locale, of.currency)
    .formatToParts(decimalText(of))
    .map(({ type, value }) => (type === 'compact' ? `\u00a0${suffixes[value] ?? value}` : value))
    .join('');
}

/** As people of the trade write them, in lower case. */
const suffixes: Readonly<Record<string, string>> = { K: 'k', M: 'm', B: 'bn', T: 'tn' };

const formatters = new Map<string, Intl.NumberFormat>();

function formatterFor(locale: string, currency: Currency): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const formatter =
    formatters.get(key) ??
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      notation: 'compact',
      minimumFractionDigits: 0,
      maximumFractionDigits: 1,
    });
  formatters.set(key, formatter);
  return formatter;
}
