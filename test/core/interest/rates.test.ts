import { describe, expect, test } from 'vitest';
import { nextHalfYear } from '../../../src/core/interest/half-year.ts';
import { publishedRates } from '../../../src/core/interest/published-rates.ts';
import { formatRate, readRate } from '../../../src/core/interest/rate.ts';
import { ratesWith } from '../../../src/core/interest/rates.ts';
import { seriesNames } from '../../../src/core/interest/series.ts';
import { on, published } from './fixture.ts';

describe('published reference rates', () => {
  test('hold for whole half-years, in order, up to the last one that is known', () => {
    for (const name of seriesNames) {
      const { changes, lastKnown } = publishedRates[name];
      const days = changes.map(([day]) => day);
      expect(days).toEqual([...days].sort());
      expect(days.every((day) => /-(01|07)-01$/.test(day))).toBe(true);
      expect(published(name, on(lastKnown))).toBeDefined();
      expect(published(name, nextHalfYear(on(lastKnown)))).toBeUndefined();
    }
  });

  test('agree with each other: § 247 BGB moves the base rate by as many points as the ECB’s rate, since 2009 0.88 below it', () => {
    for (let day = on('2009-01-01'); published('ECB', day) !== undefined; day = nextHalfYear(day))
      expect([day, published('Bundesbank', day)]).toEqual([day, (published('ECB', day) ?? 0) - 8_800]);
  });

  test.each([
    ['ECB', '2014-12-31', '0.15'],
    ['ECB', '2022-12-31', '0.00'],
    ['ECB', '2024-03-15', '4.50'],
    ['Bundesbank', '2016-07-01', '-0.88'],
    ['Bundesbank', '2023-01-01', '1.62'],
    ['Bank of England', '2008-06-30', '5.50'],
    ['Bank of England', '2020-07-01', '0.10'],
    ['Bank of England', '2026-02-01', '3.75'],
  ] as const)('%s on %s was %s', (series, day, percent) => {
    expect(published(series, on(day))).toBe(readRate(percent));
  });

  test('an added rate is known for its own half-year and no other', () => {
    const rates = ratesWith([{ series: 'ECB', validFrom: on('2026-07-01'), millionths: 20_000 }]);
    expect(rates('ECB', on('2026-12-31'))).toBe(20_000);
    expect(rates('ECB', on('2027-01-01'))).toBeUndefined();
    expect(rates('Bundesbank', on('2026-12-31'))).toBeUndefined();
  });
});

describe('a rate', () => {
  test.each([
    ['2.15', 21_500],
    ['2,15 %', 21_500],
    ['-0.88%', -8_800],
    ['12', 120_000],
    ['0.0001', 1],
  ])('%s is read exactly', (text, millionths) => {
    expect(readRate(text)).toBe(millionths);
  });

  test.each(['', 'two', '2.15.1', '101', '1.23456', '% 3'])('%s is refused, with what to write', (text) => {
    expect(() => readRate(text)).toThrow('for example 2.15');
  });

  test('is written with two decimals, or as many as it needs', () => {
    expect([21_500, 0, -8_800, 1, 120_000].map((rate) => formatRate(rate))).toEqual([
      '2.15 %',
      '0.00 %',
      '-0.88 %',
      '0.0001 %',
      '12.00 %',
    ]);
    expect(formatRate(111_500, ',')).toBe('11,15 %');
  });
});
