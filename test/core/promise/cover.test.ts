import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pressedAmounts } from '../../../src/core/dunning/pressure.ts';
import { spreadPromise } from '../../../src/core/promise/cover.ts';
import { caseOf, day, invoice } from '../dunning/stage.ts';

const today = day('2026-11-10');
const facts = caseOf([
  invoice(1, '2026-11-05', { open: 30_000n }),
  invoice(2, '2026-11-02', { open: 50_000n }),
  invoice(3, '2026-11-09', { open: 20_000n }),
]);

describe('spreadPromise', () => {
  it('covers the oldest due date first', () => {
    expect(spreadPromise(60_000n, facts, today)).toEqual([
      { invoice: 2, amount: 50_000n, whole: true },
      { invoice: 1, amount: 10_000n, whole: false },
    ]);
  });

  it('covers what the customer named before anything else', () => {
    expect(spreadPromise(30_000n, facts, today, [3])).toEqual([
      { invoice: 3, amount: 20_000n, whole: true },
      { invoice: 2, amount: 10_000n, whole: false },
    ]);
  });

  it('calls an invoice whole when what is left is not worth pressing', () => {
    expect(spreadPromise(46_000n, facts, today)).toEqual([{ invoice: 2, amount: 46_000n, whole: true }]);
  });

  it('takes the place of an earlier promise', () => {
    const promised = caseOf([invoice(1, '2026-11-02', { promised: 100_000n })]);
    expect(spreadPromise(100_000n, promised, today)).toEqual([{ invoice: 1, amount: 100_000n, whole: true }]);
  });

  it('covers nothing that is excluded or covered, and what is disputed last', () => {
    const held = caseOf(
      [
        invoice(1, '2026-11-02', { disputed: 40_000n }),
        invoice(2, '2026-11-03', { excluded: true }),
        invoice(3, '2026-11-04'),
      ],
      { cover: [{ amount: 60_000n, until: day('2026-11-12') }] },
    );
    expect(spreadPromise(100_000n, held, today)).toEqual([{ invoice: 3, amount: 100_000n, whole: true }]);
    expect(spreadPromise(150_000n, held, today)).toEqual([
      { invoice: 1, amount: 40_000n, whole: true },
      { invoice: 3, amount: 100_000n, whole: true },
    ]);
  });

  it('covers what is disputed and due before what is not due yet', () => {
    const later = caseOf([
      invoice(1, '2026-11-02', { open: 30_000n, disputed: 30_000n }),
      invoice(2, '2026-11-05', { open: 20_000n }),
      invoice(3, '2026-11-20', { open: 40_000n }),
    ]);
    expect(spreadPromise(50_000n, later, today)).toEqual([
      { invoice: 1, amount: 30_000n, whole: true },
      { invoice: 2, amount: 20_000n, whole: true },
    ]);
    expect(spreadPromise(60_000n, later, today).at(-1)).toEqual({
      invoice: 3,
      amount: 10_000n,
      whole: false,
    });
    expect(spreadPromise(40_000n, later, today, [3])).toEqual([{ invoice: 3, amount: 40_000n, whole: true }]);
  });

  it('conserves the amount as far as it is pressed or disputed, and covers no invoice beyond that', () => {
    const invoices = fc
      .array(
        fc.record({
          open: fc.bigInt(0n, 50_000n),
          disputed: fc.bigInt(0n, 20_000n),
          dueIn: fc.integer({ min: 1, max: 28 }),
        }),
        {
          maxLength: 10,
        },
      )
      .map((rows) =>
        rows.map(({ open, disputed, dueIn }, id) =>
          invoice(id, `2026-10-${String(dueIn).padStart(2, '0')}`, {
            open,
            disputed: disputed < open ? disputed : open,
          }),
        ),
      );
    const named = fc.array(fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(invoices, fc.bigInt(1n, 400_000n), named, (all, amount, first) => {
        const some = caseOf(all);
        const pressed = pressedAmounts(some, today);
        const lines = spreadPromise(amount, some, today, first);
        const sum = lines.reduce((total, line) => total + line.amount, 0n);
        const takes = all.map(({ disputed }, id) => (pressed[id] ?? 0n) + disputed);
        const most = takes.reduce((total, one) => total + one, 0n);
        expect(sum).toBe(amount < most ? amount : most);
        expect(lines.every((line) => line.amount > 0n && line.amount <= (takes[line.invoice] ?? 0n))).toBe(
          true,
        );
        expect(new Set(lines.map((line) => line.invoice)).size).toBe(lines.length);
      }),
    );
  });
});
