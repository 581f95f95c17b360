import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../src/core/error.ts';
import {
  add,
  compare,
  minorDigits,
  type Money,
  money,
  negate,
  subtract,
  sum,
  zero,
} from '../../../src/core/money.ts';

const euros = fc.bigInt().map((amount) => money(amount, 'EUR'));

describe('money', () => {
  it('adds and subtracts exactly, whatever the size', () => {
    fc.assert(
      fc.property(euros, euros, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        expect(add(a, b)).toEqual(add(b, a));
        expect(add(a, negate(a))).toEqual(zero('EUR'));
      }),
    );
  });

  it('sums a list as one by one, in any order', () => {
    fc.assert(
      fc.property(fc.array(euros), (list) => {
        const oneByOne = list.reduce((total, item) => add(total, item), zero('EUR'));
        expect(sum(list, 'EUR')).toEqual(oneByOne);
        expect(sum(list.toReversed(), 'EUR')).toEqual(oneByOne);
      }),
    );
    expect(sum([], 'JPY')).toEqual({ amount: 0n, currency: 'JPY' });
  });

  it('sorts by amount', () => {
    fc.assert(
      fc.property(euros, euros, (a, b) => {
        expect(Math.sign(compare(a, b))).toBe(a.amount < b.amount ? -1 : Number(a.amount > b.amount));
      }),
    );
  });

  it('does not mix currencies', () => {
    const [eur, usd]: Money[] = [money(1n, 'EUR'), money(1n, 'USD')];
    const message = 'EUR and USD cannot be put together: keep one sum for each currency.';
    for (const mix of [add, subtract, compare]) {
      expect(() => mix(eur as Money, usd as Money)).toThrow(new DomainError('invalid', message));
    }
    expect(() => sum([usd as Money], 'EUR')).toThrow(new DomainError('invalid', message));
  });

  it('does not compile where a mix of currencies can be seen', () => {
    const [eur, usd, any] = [money(1n, 'EUR'), money(1n, 'USD'), money(1n, 'EUR') as Money];
    // @ts-expect-error euros and dollars
    expect(() => add(eur, usd)).toThrow(DomainError);
    // @ts-expect-error euros and dollars
    expect(() => compare(usd, eur)).toThrow(DomainError);
    // @ts-expect-error euros and dollars
    expect(() => sum([usd], 'EUR')).toThrow(DomainError);
    expect(add(eur, any)).toEqual(add(any, eur));
  });

  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['ISK', 0],
    ['CLF', 4],
    ['MRU', 2],
  ])('knows the decimals of %s', (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits);
  });

  it.each(['EURO', 'eur', '', 'ZZZ', 'toString'])('refuses the currency %j by name', (code) => {
    const refusal = new DomainError(
      'invalid',
      `"${code}" is not a currency code. Write the three capital letters of ISO 4217, for example EUR.`,
    );
    expect(() => money(1n, code)).toThrow(refusal);
    expect(() => zero(code)).toThrow(refusal);
    expect(() => sum([], code)).toThrow(refusal);
  });
});
