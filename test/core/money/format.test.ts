import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, money } from '../../../src/core/money.ts';

describe('written money', () => {
  it.each([
    [1_240_000n, 'EUR', 'en', '€12,400.00'],
    [1_240_000n, 'EUR', 'de', '12.400,00\u00a0€'],
    [1_240_000n, 'EUR', 'fr', '12\u00a0400,00\u00a0€'],
    [5n, 'EUR', 'en', '€0.05'],
    [-5n, 'EUR', 'en', '-€0.05'],
    [0n, 'EUR', 'en', '€0.00'],
    [1234n, 'JPY', 'en', '¥1,234'],
    [1234n, 'KWD', 'en', 'KWD\u00a01.234'],
    [1234n, 'IQD', 'en', 'IQD\u00a01.234'],
    [1000n, 'IQD', 'en', 'IQD\u00a01.000'],
    [1234n, 'CLP', 'en', 'CLP\u00a01,234'],
  ])('%s %s in %s is %s', (amount, currency, locale, text) => {
    expect(formatMoney(money(amount, currency), locale)).toBe(text);
  });

  it('keeps the Swiss apostrophe, whichever one the language edition has', () => {
    expect(formatMoney(money(1_240_000n, 'CHF'), 'de-CH')).toMatch(/^CHF\u00a012['’]400\.00$/);
  });

  it('loses no digit, however huge the amount', () => {
    const currencies = fc.constantFrom('EUR', 'JPY', 'KWD');
    fc.assert(
      fc.property(
        fc.bigInt(),
        currencies,
        fc.constantFrom('en', 'de', 'fr', 'lv'),
        (amount, currency, locale) => {
          const text = formatMoney(money(amount, currency), locale);
          const digits = BigInt(text.replace(/\D/g, ''));
          expect(text.includes('-') ? -digits : digits).toBe(amount);
        },
      ),
    );
  });
});
