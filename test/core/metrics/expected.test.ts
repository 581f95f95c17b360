import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, businessDate } from '../../../src/core/calendar/business-date.ts';
import { daysFrom, type Expected, expectedIn, weeksFrom } from '../../../src/core/metrics/expected.ts';
import { money } from '../../../src/core/money.ts';

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
