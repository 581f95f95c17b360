import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../src/core/error.ts';
import {
  formatMoney,
  minorDigits,
  money,
  type ReadMoneyOptions,
  readMoney,
} from '../../../src/core/money.ts';

const euros = { currency: 'EUR' };
const read = (text: string, options: ReadMoneyOptions = euros): bigint => readMoney(text, options).amount;

describe('a typed amount', () => {
  it.each([
    ['4100', 410_000n],
    ['4100.5', 410_050n],
    ['4100,50', 410_050n],
    ['1.234,50', 123_450n],
    ['1,234.50', 123_450n],
    ["1'234.50", 123_450n],
    ['1’234.50', 123_450n],
    ['4 100', 410_000n],
    ['4\u00a0100,00', 410_000n],
    ['4\u202f100,00', 410_000n],
    ['1,234,567', 123_456_700n],
    ['1.234.567,89', 123_456_789n],
    ['12,34,567.00', 123_456_700n],
    ['1.234', 123_400n],
    ['1,234', 123_400n],
    ['12,5', 1_250n],
    ['.50', 50n],
    ['007', 700n],
    ['€4,100', 410_000n],
    ['€ 4,100', 410_000n],
    ['4100€', 410_000n],
    ['4.100,00 €', 410_000n],
    ['EUR 4100', 410_000n],
    ['4100 eur', 410_000n],
    ['4100 Euro', 410_000n],
    ['4100 euros', 410_000n],
    ['€4100 EUR', 410_000n],
    ['4100,-', 410_000n],
    ['4.100,– €', 410_000n],
    ['4100.--', 410_000n],
    ['0', 0n],
    ['-0', 0n],
  ])('%j is %s cents', (text, cents) => {
    expect(read(text)).toBe(cents);
  });

  it.each([
    ["Fr. 1'234.–", 'CHF', 123_400n],
    ['$5', 'USD', 500n],
    ['$5', 'CAD', 500n],
    ['CA$5', 'CAD', 500n],
    ['5 kr.', 'SEK', 500n],
    ['5 zł', 'PLN', 500n],
    ['£5', 'GBP', 500n],
    ['¥1.234', 'JPY', 1234n],
    ['1.234', 'JPY', 1234n],
    ['1,234.500', 'KWD', 1_234_500n],
    ['1234.5', 'KWD', 1_234_500n],
  ])('%j in %s is %s', (text, currency, amount) => {
    expect(read(text, { currency })).toBe(amount);
  });

  it('follows the decimal mark when that is known', () => {
    expect(read('1.234', { currency: 'KWD', decimal: '.' })).toBe(1_234n);
    expect(read('1.234', { currency: 'KWD', decimal: ',' })).toBe(1_234_000n);
    expect(read('1.234', { currency: 'EUR', decimal: ',' })).toBe(123_400n);
    expect(read('1.234,5', { currency: 'EUR', decimal: ',' })).toBe(123_450n);
    expect(() => read('1.234', { currency: 'EUR', decimal: '.' })).toThrow(/it has 3 decimals/);
    expect(() => read('1.234,50', { currency: 'EUR', decimal: '.' })).toThrow(/separators do not fit/);
    expect(() => read('1.234.567', { currency: 'EUR', decimal: '.' })).toThrow(/separators do not fit/);
    expect(() => read('12,5', { currency: 'EUR', decimal: '.' })).toThrow(/separators do not fit/);
  });

  it.each(['-5', '−5', '5-', '(5)', '-€5.00', '€-5', '-5,00 €', '(€5)', '5.00- EUR'])(
    '%j is five negative, where that is allowed',
    (text) => {
      expect(read(text, { currency: 'EUR', allowNegative: true })).toBe(-500n);
      expect(() => read(text)).toThrow(/: it is negative\. /);
    },
  );
});

describe('an amount that cannot be read', () => {
  const wayOut = 'Write the figure in full, for example 4,100.00 or 4100.';

  it.each([
    ['€4k', '"k" is not understood'],
    ['4.1 mio', '"mio" is not understood'],
    ['$400', '"$" is another currency'],
    ['USD 400', '"USD" is another currency'],
    ['400 CHF', '"CHF" is another currency'],
    ['€.50', '"€." is not understood'],
    ['4²', '"²" is not understood'],
    ['1/2', '"/2" is not understood'],
    ['1e3', '"e3" is not understood'],
    ['4100 or 4200', '"or 4200" is not understood'],
    ['abc', 'there is no figure in it'],
    ['€', 'there is no figure in it'],
    ['12.34.56', 'its separators do not fit together'],
    ['1,23,45', 'its separators do not fit together'],
    ['1.234 567', 'its separators do not fit together'],
    ['1234.567,00', 'its separators do not fit together'],
    ['5 5', 'its separators do not fit together'],
    ['4..5', 'its separators do not fit together'],
    ['4.1000', 'it has 4 decimals, the currency has 2'],
    ['0.005', 'it has 3 decimals, the currency has 2'],
    ['4-100', 'the minus is in an odd place'],
    ['--5', 'the minus is in an odd place'],
    ['(-5)', 'the minus is in an odd place'],
    ['92233720368547758.08', 'it is more than a ledger can hold'],
    ['9'.repeat(60), 'it is more than a ledger can hold'],
  ])('is refused with its reason and a way out: %j', (text, reason) => {
    const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
    expect(() => read(text)).toThrow(
      new DomainError('invalid', `"${shown}" is not an amount in EUR: ${reason}. ${wayOut}`),
    );
  });

  it('is asked for when nothing was typed', () => {
    expect(() => read(' ')).toThrow(new DomainError('invalid', `No amount was given. ${wayOut}`));
  });

  it('is not echoed at length', () => {
    expect(() => read('9'.repeat(5000))).toThrow(/^"9{40}…" is not an amount in EUR: it is too long\./);
  });

  it('is answered in the currency and with the marks at hand', () => {
    expect(() => read('x', { currency: 'EUR', decimal: ',' })).toThrow(/for example 4\.100,00 or 4100\.$/);
    expect(() => read('500.00', { currency: 'JPY' })).toThrow(
      /it has 2 decimals, the currency has none\. .* 4,100 or 4100\.$/,
    );
  });

  it('is not guessed where thousands and decimals look alike', () => {
    expect(() => read('1.234', { currency: 'KWD' })).toThrow(/it could be thousands or decimals/);
  });

  it('never fails in any other way, and is never read as negative unasked', () => {
    const pieces = fc.constantFrom('1', '234', '00', '.', ',', ' ', "'", '-', '€', 'EUR', '(', ')', '$', 'k');
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        expect(amountOrRefusal(typed)).toSatisfy((it) => it instanceof DomainError || it >= 0n);
      }),
    );
  });
});

describe('reading what was written', () => {
  const locales = fc.constantFrom('en', 'en-GB', 'en-IN', 'de', 'de-CH', 'de-AT', 'fr', 'es', 'it', 'lv');
  const currencies = fc.constantFrom('EUR', 'USD', 'GBP', 'CHF', 'JPY', 'CAD', 'SEK', 'PLN', 'INR', 'CLF');
  const amounts = fc.bigInt({ min: -(2n ** 63n) + 1n, max: 2n ** 63n - 1n });

  it('gives the amount back in every language', () => {
    fc.assert(
      fc.property(amounts, currencies, locales, (amount, currency, locale) => {
        const written = money(amount, currency);
        expect(readMoney(formatMoney(written, locale), { currency, allowNegative: true })).toEqual(written);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives three decimals back when the mark is known', () => {
    const conventions = fc.constantFrom(['en', '.'] as const, ['de', ','] as const, ['fr', ','] as const);
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom('KWD', 'TND'),
        conventions,
        (amount, currency, [locale, decimal]) => {
          const written = money(amount, currency);
          const options = { currency, decimal, allowNegative: true };
          expect(readMoney(formatMoney(written, locale), options)).toEqual(written);
        },
      ),
    );
  });

  it('gives small amounts back with either mark and no grouping', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 9), currencies, fc.constantFrom('.', ','), (units, currency, mark) => {
        const digits = minorDigits(currency);
        const text = String(units).padStart(digits + 1, '0');
        const typed = digits === 0 ? text : `${text.slice(0, -digits)}${mark}${text.slice(-digits)}`;
        expect(readMoney(typed, { currency }).amount).toBe(BigInt(units));
      }),
    );
  });
});

function amountOrRefusal(text: string): bigint | DomainError {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
