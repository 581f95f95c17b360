import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { allocate, type Payable } from '../../../src/services/payment/allocate.ts';

const payable = (id: number, open: bigint, day = id): Payable => ({
  id,
  number: `R-${id}`,
  effectiveDueOn: businessDate(`2026-11-${String(day).padStart(2, '0')}`),
  open,
});
const told = (amount: bigint, invoices: readonly Payable[], named?: readonly string[]) => {
  const { shares, unapplied } = allocate(amount, invoices, named);
  return [...shares.map(({ invoice, amount: paid }) => `${invoice.number} ${paid}`), `rest ${unapplied}`];
};

describe('a payment', () => {
  it('of exactly one invoice’s amount pays that one, not an older one', () => {
    expect(told(70n, [payable(1, 50n), payable(2, 70n)])).toEqual(['R-2 70', 'rest 0']);
  });

  it('of an amount that several have pays the oldest of them', () => {
    expect(told(70n, [payable(3, 70n), payable(2, 70n), payable(1, 50n)])).toEqual(['R-2 70', 'rest 0']);
  });

  it('pays the oldest due first, whatever their order, and in part where it ends', () => {
    expect(told(60n, [payable(2, 70n), payable(1, 50n)])).toEqual(['R-1 50', 'R-2 10', 'rest 0']);
  });

  it('of more than is open leaves the rest unapplied', () => {
    expect(told(200n, [payable(1, 50n), payable(2, 70n)])).toEqual(['R-1 50', 'R-2 70', 'rest 80']);
  });

  it('for named invoices pays those, in the payer’s order, and no others', () => {
    const invoices = [payable(1, 50n), payable(2, 70n), payable(3, 30n)];
    expect(told(110n, invoices, ['r-3', 'R-2', 'R-3'])).toEqual(['R-3 30', 'R-2 70', 'rest 10']);
    expect(told(70n, invoices, ['R-1'])).toEqual(['R-1 50', 'rest 20']);
  });

  it('for an invoice that is not open is refused, naming those that are', () => {
    expect(() => allocate(10n, [payable(1, 50n)], ['R-9'])).toThrow(
      'Invoice "R-9" is not open for this customer: open are R-1.',
    );
    expect(() => allocate(10n, [], ['R-9'])).toThrow('nothing is.');
  });

  it('is conserved: its shares and what is left make its amount, and no invoice is paid twice or beyond', () => {
    const invoices = fc
      .array(fc.record({ open: fc.bigInt(1n, 10_000n), day: fc.integer({ min: 1, max: 28 }) }), {
        maxLength: 12,
      })
      .map((some) => some.map(({ open, day }, n) => payable(n + 1, open, day)));
    const asked = fc.tuple(fc.bigInt(1n, 60_000n), invoices, fc.boolean(), fc.integer());
    fc.assert(
      fc.property(asked, ([amount, payables, byName, seed]) => {
        const named = byName
          ? payables.filter(({ id }) => (id + seed) % 2 === 0).map(({ number }) => number)
          : undefined;
        const { shares, unapplied } = allocate(amount, payables, named);
        expect(shares.reduce((sum, share) => sum + share.amount, unapplied)).toBe(amount);
        expect(unapplied >= 0n).toBe(true);
        expect(shares.every((share) => share.amount > 0n && share.amount <= share.invoice.open)).toBe(true);
        expect(new Set(shares.map(({ invoice }) => invoice.id)).size).toBe(shares.length);
        const keepsNothing = unapplied === 0n || shares.length === payables.length;
        expect(named !== undefined || keepsNothing).toBe(true);
      }),
    );
  });
});
