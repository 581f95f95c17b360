import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, businessDate } from '../../../src/core/calendar/business-date.ts';
import { monthEndsBefore, monthName } from '../../../src/core/calendar/months.ts';
import { daysFrom, type Expected, expectedIn, weeksFrom } from '../../../src/core/metrics/expected.ts';
import { keptRate } from '../../../src/core/metrics/kept.ts';
import { money } from '../../../src/core/money.ts';
import { shortMoney } from '../../../src/core/money/short.ts';

const wednesday = businessDate('2026-11-25');

describe('expected cash', () => {
  test('begins today; its weeks end on Sundays and follow without a gap', () => {
    expect(weeksFrom(wednesday, 3)).toEqual([
      { from: '2026-11-25', to: '2026-11-29' },
      { from: '2026-11-30', to: '2026-12-06' },
      { from: '2026-12-07', to: '2026-12-13' },
    ]);
    expect(daysFrom(wednesday, 2).at(-1)).toEqual({ from: '2026-11-26', to: '2026-11-26' });
  });

  test('is each sum once, in the slot of its day, promises and due dates apart', () => {
    const sums = fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 18 }),
        cents: fc.bigInt(0n, 10n ** 12n),
        word: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(sums, (list) => {
        const expected = list.map(({ day, cents, word }): Expected => ({
          on: addDays(wednesday, day),
          by: word ? 'promise' : 'due date',
          amount: money(cents, 'EUR'),
        }));
        const slots = expectedIn(weeksFrom(wednesday, 3), 'EUR', expected);
        const total = (key: 'promised' | 'due') => slots.reduce((sum, slot) => sum + slot[key].amount, 0n);
        const said = (word: boolean) =>
          list.filter((one) => one.word === word).reduce((sum, { cents }) => sum + cents, 0n);
        expect([total('promised'), total('due')]).toEqual([said(true), said(false)]);
      }),
    );
  });

  test('leaves out what lies before it and after it', () => {
    const on = (day: string): Expected => ({
      on: businessDate(day),
      by: 'promise',
      amount: money(100n, 'EUR'),
    });
    const [week] = expectedIn(weeksFrom(wednesday, 1), 'EUR', [on('2026-11-24'), on('2026-11-30')]);
    expect(week?.promised.amount).toBe(0n);
  });
});

describe('the promise-kept rate', () => {
  test('counts promises and money apart, and a part counts for the money', () => {
    const judged = { promises: 3, kept: 1, promised: 1000n, paid: 650n };
    expect(keptRate(judged)).toEqual({ byCount: 33.3, byAmount: 65 });
    expect(keptRate({ promises: 0, kept: 0, promised: 0n, paid: 0n })).toBeUndefined();
  });
});

describe('month ends', () => {
  test('are the last days of the months before, leap years and year ends too', () => {
    expect(monthEndsBefore(businessDate('2028-03-01'), 3)).toEqual([
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
    ]);
    expect(monthName(businessDate('2028-02-29'))).toBe('Feb');
  });
});

describe('a short sum', () => {
  test.each([
    [123_456_789n, 'EUR', '€1.2 m'],
    [84_000_000n, 'EUR', '€840 k'],
    [99_00n, 'EUR', '€99'],
    [0n, 'EUR', '€0'],
    [300_000_000_000n, 'USD', '$3 bn'],
    [1_500_000n, 'JPY', '¥1.5 m'],
  ])('%s %s is %s', (amount, currency, words) => {
    expect(shortMoney(money(amount, currency)).replaceAll('\u00a0', ' ')).toBe(words);
  });
});
