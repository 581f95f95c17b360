import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/calendar/business-date.ts';
import { exactInterest, roundedInterest } from '../../../src/core/interest/exact.ts';
import { type InterestSheet, interestSheet } from '../../../src/core/interest/sheet.ts';
import { waive } from '../../../src/core/interest/waive.ts';
import { invoice, on, published, statute } from './fixture.ts';

const first = on('2018-01-01');
const longest = 1_500;
const day = fc.integer({ min: 0, max: longest }).map((n) => addDays(first, n));

/** What a late invoice costs, paid in part along the way; the last day is after any day of a waiver. */
const sheet = fc
  .record({
    law: fc.constantFrom(statute('EU'), statute('DE'), statute('FR'), statute('GB')),
    total: fc.bigInt({ min: 1n, max: 10n ** 10n }),
    settlements: fc.array(fc.record({ on: day, amount: fc.bigInt({ min: 1n, max: 10n ** 9n }) }), {
      maxLength: 4,
    }),
  })
  .map(({ law, ...owed }) =>
    interestSheet(law, { ...invoice(owed.total, first), ...owed }, published, addDays(first, longest)),
  )
  .filter((one): one is InterestSheet => one !== undefined);

describe('what is left after a waiver', () => {
  test('and what ran through its last day make the whole interest, exactly', () => {
    fc.assert(
      fc.property(sheet, day, (whole, interestThrough) => {
        const left = waive(whole, { interestThrough })?.periods ?? [];
        const daysLeft = new Map(left.map(({ to, days }) => [to, days]));
        const waived = whole.periods.map((one) => ({ ...one, days: one.days - (daysLeft.get(one.to) ?? 0) }));
        expect(exactInterest(left) + exactInterest(waived)).toBe(exactInterest(whole.periods));
        expect(left.every(({ from }) => from > interestThrough)).toBe(true);
        expect(waived.every(({ from, days }) => days === 0 || from <= interestThrough)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  test('is rounded once, and never more than there was', () => {
    fc.assert(
      fc.property(sheet, day, (whole, interestThrough) => {
        const left = waive(whole, { interestThrough });
        expect(left?.interest.amount ?? 0n).toBe(roundedInterest(left?.periods ?? []));
        expect((left?.interest.amount ?? 0n) <= whole.interest.amount).toBe(true);
        expect((left ?? whole).fixedSum).toEqual(whole.fixedSum);
      }),
      { numRuns: 80 },
    );
  });

  test('is the same whether waived twice or once through the later day', () => {
    fc.assert(
      fc.property(sheet, day, day, (whole, one, other) => {
        const once = waive(whole, { interestThrough: one > other ? one : other });
        const before = waive(whole, { interestThrough: one });
        expect(before && waive(before, { interestThrough: other })).toEqual(once);
      }),
      { numRuns: 80 },
    );
  });

  test('is all of the interest when only the fixed sum is waived, and nothing when all is', () => {
    fc.assert(
      fc.property(sheet, (whole) => {
        const left = waive(whole, { fixedSum: true });
        expect(left?.interest.amount ?? 0n).toBe(whole.interest.amount);
        expect(left?.fixedSum).toBeUndefined();
        expect(waive(whole, { interestThrough: whole.through, fixedSum: true })).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });
});
