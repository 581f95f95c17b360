import { describe, expect, test } from 'vitest';
import { readAgreedRate, readFixedSum, readGraceDays } from '../../../src/core/interest/read-terms.ts';
import { money } from '../../../src/core/money.ts';

describe('what was agreed about late payment', () => {
  test.each([
    ['12 % a year', 120_000, 'year'],
    ['1.5% per month', 15_000, 'month'],
    ['1,5 % im Monat', 15_000, 'month'],
    ['9 % p.a.', 90_000, 'year'],
    ['8%/year', 80_000, 'year'],
    ["2 % all'anno", 20_000, 'year'],
  ])('%s is a rate', (text, millionths, per) => {
    expect(readAgreedRate(text)).toEqual({ millionths, per });
  });

  test.each(['12 %', '1.5 % a week', '-2 % a year', 'a lot', ''])(
    '“%s” is refused, with what to write',
    (text) => {
      expect(() => readAgreedRate(text)).toThrow(/write|nobody/);
    },
  );

  test('a fixed sum names its currency by code or sign', () => {
    expect(readFixedSum('25 EUR')).toEqual(money(2_500n, 'EUR'));
    expect(readFixedSum('£40.50')).toEqual(money(4_050n, 'GBP'));
    expect(() => readFixedSum('25')).toThrow('for example 25 EUR');
    expect(() => readFixedSum('25 XXY')).toThrow('XXY');
  });

  test('days of grace are whole and few', () => {
    expect(readGraceDays('0')).toBe(0);
    expect(readGraceDays(' 14 ')).toBe(14);
    for (const text of ['-1', '2.5', '181', 'two'])
      expect(() => readGraceDays(text)).toThrow('for example 5');
  });
});
