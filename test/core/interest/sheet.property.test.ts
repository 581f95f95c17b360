import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type BusinessDate } from '../../../src/core/calendar/business-date.ts';
import { accrue, type Settlement } from '../../../src/core/interest/accrue.ts';
import { denominator, exactInterest } from '../../../src/core/interest/exact.ts';
import type { LateLaw } from '../../../src/core/interest/law.ts';
import { interestSheet, type LateInvoice, rateRule } from '../../../src/core/interest/sheet.ts';
import { invoice, on, published, statute } from './fixture.ts';

const first = on('2018-01-01');
const longest = 1_500;
const day = fc.integer({ min: 0, max: longest }).map((n) => addDays(first, n));
const cents = fc.bigInt({ min: 1n, max: 10n ** 12n });
const settlement: fc.Arbitrary<Settlement> = fc.record({
  on: day,
  amount: fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n }),
});
const law: fc.Arbitrary<LateLaw> = fc.oneof(
  fc.constantFrom(statute('EU'), statute('DE'), statute('FR'), statute('GB')),
  fc
    .integer({ min: 0, max: 300_000 })
    .map((yearly): LateLaw => ({ kind: 'contract', yearly, fixedSum: undefined, graceDays: 0 })),
);
const debt = fc.record({ total: cents, settlements: fc.array(settlement, { maxLength: 6 }) });

const late = (of: { total: bigint; settlements: readonly Settlement[] }): LateInvoice => ({
  ...invoice(of.total, first),
  ...of,
});
const rules = (of: LateLaw) => rateRule(of, published, addDays(first, 1));
const exactly = (of: LateLaw, debtor: LateInvoice, from: BusinessDate, to: BusinessDate): bigint =>
  exactInterest(accrue(debtor, rules(of), from, to).periods);

/** One day after the other, with nothing clever about it. */
function naive(
  of: LateLaw,
  { total, settlements }: LateInvoice,
  from: BusinessDate,
  to: BusinessDate,
): bigint {
  let sum = 0n;
  for (let today = from; today <= to; today = addDays(today, 1)) {
    const open = settlements
      .filter((one) => one.on < today)
      .reduce((left, { amount }) => left - amount, total);
    const rule = rules(of)(today);
    if (open > 0n && rule !== undefined)
      sum += (open * BigInt(rule.rate) * denominator) / (1_000_000n * BigInt(rule.yearDays));
  }
  return sum;
}

describe('late interest', () => {
  test('equals a day-by-day model in exact fractions', () => {
    fc.assert(
      fc.property(law, debt, day, (of, owed, to) => {
        const debtor = late(owed);
        expect(exactly(of, debtor, addDays(first, 1), to)).toBe(naive(of, debtor, addDays(first, 1), to));
      }),
      { numRuns: 60 },
    );
  });

  test('adds up over a period split anywhere', () => {
    fc.assert(
      fc.property(law, debt, day, day, (of, owed, a, b) => {
        const [middle, end] = a < b ? [a, b] : [b, a];
        const debtor = late(owed);
        const whole = exactly(of, debtor, addDays(first, 1), end);
        expect(whole).toBe(
          exactly(of, debtor, addDays(first, 1), middle) + exactly(of, debtor, addDays(middle, 1), end),
        );
      }),
    );
  });

  test('never falls with the days, nor with the principal', () => {
    fc.assert(
      fc.property(law, debt, cents, day, day, (of, owed, more, a, b) => {
        const [middle, end] = a < b ? [a, b] : [b, a];
        const interest = (debtor: LateInvoice, to: BusinessDate): bigint =>
          interestSheet(of, debtor, published, to)?.interest.amount ?? 0n;
        expect(interest(late(owed), middle)).toBeLessThanOrEqual(interest(late(owed), end));
        expect(interest(late(owed), end)).toBeLessThanOrEqual(
          interest(late({ ...owed, total: owed.total + more }), end),
        );
      }),
    );
  });

  test('does not ask in which order the payments of a day came', () => {
    fc.assert(
      fc.property(
        law,
        debt,
        fc.array(fc.bigInt({ min: 1n, max: 10n ** 10n }), { maxLength: 5 }),
        day,
        (of, owed, sums, to) => {
          const paid = sums.map((amount) => ({ on: on('2018-03-05'), amount }));
          const one = interestSheet(
            of,
            late({ ...owed, settlements: [...owed.settlements, ...paid] }),
            published,
            to,
          );
          const other = interestSheet(
            of,
            late({ ...owed, settlements: [...paid.toReversed(), ...owed.settlements] }),
            published,
            to,
          );
          expect(one).toEqual(other);
        },
      ),
    );
  });

  test('is nothing on nothing', () => {
    fc.assert(
      fc.property(law, day, (of, to) => {
        expect(interestSheet(of, late({ total: 0n, settlements: [] }), published, to)).toBeUndefined();
      }),
    );
  });

  test('is rounded once, half up: never half a cent or more from the exact figure', () => {
    fc.assert(
      fc.property(law, debt, day, (of, owed, to) => {
        const sheet = interestSheet(of, late(owed), published, to);
        if (sheet === undefined) return;
        const off = 2n * (sheet.interest.amount * denominator - exactInterest(sheet.periods));
        expect(off > -denominator && off <= denominator).toBe(true);
      }),
    );
  });
});
