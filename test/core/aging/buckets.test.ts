import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agingOf, bucketOf, buckets } from '../../../src/core/aging/buckets.ts';
import { addDays, businessDate } from '../../../src/core/calendar/business-date.ts';
import { formatMoney, money, sum } from '../../../src/core/money.ts';

const asOf = businessDate('2026-11-22');

describe('the bucket of an invoice', () => {
  it.each([
    [-400, 'current'],
    [0, 'current'],
    [1, '1-30'],
    [30, '1-30'],
    [31, '31-60'],
    [60, '31-60'],
    [61, '61-90'],
    [90, '61-90'],
    [91, '90+'],
    [4000, '90+'],
  ])('%s days overdue is %s', (daysOverdue, bucket) => {
    expect(bucketOf(daysOverdue)).toBe(bucket);
  });

  it('never gets younger', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(200), (days, more) => {
        expect(buckets.indexOf(bucketOf(days))).toBeLessThanOrEqual(buckets.indexOf(bucketOf(days + more)));
      }),
    );
  });
});

describe('the aging picture', () => {
  const items = fc.array(
    fc.record({
      open: fc.record({
        amount: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 15n }),
        currency: fc.constantFrom('EUR', 'USD', 'JPY'),
      }),
      effectiveDue: fc.integer({ min: -300, max: 100 }).map((n) => addDays(asOf, n)),
    }),
  );

  it('has each sum in its bucket', () => {
    const picture = agingOf(
      [
        { open: money(100n, 'EUR'), effectiveDue: asOf },
        { open: money(250n, 'EUR'), effectiveDue: addDays(asOf, -1) },
        { open: money(-50n, 'EUR'), effectiveDue: addDays(asOf, -30) },
        { open: money(400n, 'EUR'), effectiveDue: addDays(asOf, -91) },
      ],
      asOf,
    ).get('EUR');
    expect(buckets.map((bucket) => picture && formatMoney(picture[bucket]))).toEqual([
      '€1.00',
      '€2.00',
      '€0.00',
      '€0.00',
      '€4.00',
    ]);
  });

  it('holds everything that is open, each currency by itself', () => {
    fc.assert(
      fc.property(items, (list) => {
        const pictures = agingOf(list, asOf);
        expect([...pictures.keys()].sort()).toEqual(
          [...new Set(list.map(({ open }) => open.currency))].sort(),
        );
        for (const [currency, picture] of pictures) {
          const open = list.map((item) => item.open).filter((m) => m.currency === currency);
          expect(sum(Object.values(picture), currency)).toEqual(sum(open, currency));
        }
      }),
    );
  });

  it('does not depend on the order of the items', () => {
    fc.assert(
      fc.property(items, (list) => {
        expect(agingOf(list.toReversed(), asOf)).toEqual(agingOf(list, asOf));
      }),
    );
  });
});
