import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { shareWriteOff } from '../../../src/services/write-off/share.ts';

const limits = { floor: 2_500n, currency: 'EUR' };
const open = fc.array(fc.bigInt({ min: 1n, max: 1_000_000n }), { minLength: 1, maxLength: 8 }).map((sums) =>
  sums.map((sum, n) => ({
    id: n + 1,
    number: `R-${n + 1}`,
    effectiveDueOn: businessDate('2026-11-02'),
    open: sum,
  })),
);

describe('what is written off', () => {
  it('makes the amount to the cent, and is never more than is open of any invoice', () => {
    fc.assert(
      fc.property(open, fc.integer({ min: 1, max: 100 }), (invoices, percent) => {
        const total = invoices.reduce((sum, one) => sum + one.open, 0n);
        const amount = (total * BigInt(percent) + 99n) / 100n;
        const shares = shareWriteOff({ kind: 'amount', amount }, invoices, limits);
        expect(shares.reduce((sum, share) => sum + share.amount, 0n)).toBe(amount);
        for (const share of shares) expect(share.amount > 0n && share.amount <= share.open).toBe(true);
      }),
    );
  });

  it('as small rests is all that is below the floor, whole, and nothing else', () => {
    fc.assert(
      fc.property(open, (invoices) => {
        const small = invoices.filter((one) => one.open < limits.floor);
        fc.pre(small.length > 0);
        const shares = shareWriteOff({ kind: 'residuals' }, invoices, limits);
        expect(shares.map(({ number, amount }) => [number, amount])).toEqual(
          small.map((one) => [one.number, one.open]),
        );
      }),
    );
  });
});
