import { type Currency, minorDigits, type Money } from './money.ts';

/**
 * A sum as people read it, always with all its decimals: `€12,400.00`. `locale` is a BCP 47 tag. The narrow space with
 * which French groups digits is in few fonts, so a space of usual width that does not break either takes its place.
 */
export function formatMoney(m: Money, locale = 'en'): string {
  return formatterFor(locale, m.currency).format(decimalText(m)).replaceAll('\u202f', '\u00a0');
}

/** `12400.00`, `-0.05`, `500`: exact, with a full stop, no grouping. */
export function decimalText(m: Money): `${number}` {
  const digits = minorDigits(m.currency);
  const sign = m.amount < 0n ? '-' : '';
  const units = (m.amount < 0n ? -m.amount : m.amount).toString().padStart(digits + 1, '0');
  if (digits === 0) return `${sign}${units}` as `${number}`;
  return `${sign}${units.slice(0, -digits)}.${units.slice(-digits)}` as `${number}`;
}

const formatters = new Map<string, Intl.NumberFormat>();

/**
 * Building a formatter costs some hundred times more than using it. The digits are ISO's, not CLDR's: CLDR would round
 * an Iraqi dinar to the whole.
 */
function formatterFor(locale: string, currency: Currency): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    const digits = minorDigits(currency);
    formatter = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formatters.set(key, formatter);
  }
  return formatter;
}
