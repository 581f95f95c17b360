import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  collectionEffectiveness,
  salesOutstanding,
  type Stretch,
} from '../../../src/core/metrics/collection.ts';
import { countBackDays } from '../../../src/core/metrics/count-back.ts';
import { type Money, money } from '../../../src/core/money.ts';

const eur = (amount: number | bigint): Money => money(BigInt(amount), 'EUR');

const stretch = (of: Partial<Stretch>): Stretch => ({
  days: 90,
  sales: eur(90_000_00),
  opening: eur(50_000_00),
  closing: eur(40_000_00),
  closingCurrent: eur(30_000_00),
  ...of,
});

describe('days sales outstanding', () => {
  test('is receivables by sales times days, and what is not due yet by sales times days is the best possible', () => {
    expect(salesOutstanding(stretch({}))).toEqual({ dso: 40, bestPossible: 30, add: 10 });
  });

  test('has one decimal, the half goes up', () => {
    expect(salesOutstanding(stretch({ closing: eur(12_345_67) }))?.dso).toBe(12.3);
    expect(salesOutstanding(stretch({ closing: eur(12_350_00) }))?.dso).toBe(12.4);
  });

  test('of a stretch without sales is unknown', () => {
    expect(salesOutstanding(stretch({ sales: eur(0) }))).toBeUndefined();
  });

  const amount = fc.bigInt({ min: 1n, max: 10n ** 13n });

  test('is never below the best possible, by the average days delinquent', () => {
    fc.assert(
      fc.property(amount, amount, amount, (current, overdue, sales) => {
        const closing = eur(current + overdue);
        const found = salesOutstanding(stretch({ sales: eur(sales), closing, closingCurrent: eur(current) }));
        expect(found?.dso).toBeGreaterThanOrEqual(found?.bestPossible ?? Infinity);
        expect(found?.add).toBeCloseTo((found?.dso ?? 0) - (found?.bestPossible ?? 0), 1);
      }),
    );
  });

  test('counted back is the same as reckoned plainly, when every day sold the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_00 }), fc.integer({ min: 0, max: 89 }), (daily, days) => {
        const months = [31, 30, 29].map((length) => ({ days: length, sales: eur(daily * length) }));
        const closing = eur(daily * days);
        expect(countBackDays(closing, months)).toBe(days);
        expect(salesOutstanding(stretch({ sales: eur(daily * 90), closing }))?.dso).toBe(days);
      }),
    );
  });
});

describe('counting back', () => {
  const months = [
    { days: 30, sales: eur(30_000) },
    { days: 31, sales: eur(62_000) },
  ];

  test('takes whole months off, and of the last its share', () => {
    expect(countBackDays(eur(61_000), months)).toBe(45.5);
  });

  test('says nothing when more is open than was ever sold', () => {
    expect(countBackDays(eur(100_000), months)).toBeUndefined();
    expect(countBackDays(eur(92_000), months)).toBe(61);
    expect(countBackDays(eur(0), months)).toBe(0);
  });
});

describe('collection effectiveness', () => {
  test('is what was collected of what could have been', () => {
    expect(collectionEffectiveness(stretch({}))).toBe(90.9);
  });

  test('is 100 when only what is not due yet is left, 0 when nothing came', () => {
    expect(collectionEffectiveness(stretch({ closing: eur(30_000_00) }))).toBe(100);
    const nothing = stretch({ closing: eur(140_000_00), closingCurrent: eur(0) });
    expect(collectionEffectiveness(nothing)).toBe(0);
  });

  test('is unknown when nothing could have been collected', () => {
    const none = eur(0);
    const empty = { sales: none, opening: none, closing: none, closingCurrent: none };
    expect(collectionEffectiveness(stretch(empty))).toBeUndefined();
  });

  test('lies between 0 and 100, whatever was open, sold and paid', () => {
    const cents = fc.bigInt({ min: 0n, max: 10n ** 12n });
    fc.assert(
      fc.property(cents, cents, cents, cents, (opening, collected, overdue, current) => {
        const closing = overdue + current;
        const sales = closing + collected > opening ? closing + collected - opening : 0n;
        const index = collectionEffectiveness(
          stretch({
            opening: eur(opening > closing + collected ? closing + collected : opening),
            sales: eur(sales),
            closing: eur(closing),
            closingCurrent: eur(current),
          }),
        );
        if (index === undefined) return;
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThanOrEqual(100);
      }),
    );
  });
});
