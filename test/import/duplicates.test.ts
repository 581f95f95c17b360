import { describe, expect, it } from 'vitest';
import { cents, read, reasons, usualFile, usualRow } from './support.ts';

describe('an invoice that stands in the file twice', () => {
  it('counts once when both rows say the same, however the name is spelt', () => {
    const result = read(
      usualFile(usualRow({}), usualRow({ invoice: 'R-2' }), usualRow({ name: 'ACME Ltd' })),
    );
    expect(reasons(result)).toEqual(['Row 4: same as row 2']);
    expect(result.totals.count).toBe(2);
  });

  it.each([
    { amount: '100.01' },
    { due: '2026-02-05' },
    { issued: '2026-01-06' },
    { currency: 'USD' },
    { amount: '-100.00' },
  ])('is not read at all when the rows differ (%j), because nothing says which is right', (other) => {
    const result = read(
      usualFile(usualRow({}), usualRow({ invoice: 'R-2', amount: '7.00' }), usualRow(other)),
    );
    expect(reasons(result)).toEqual([
      'Row 2: invoice R-1 also stands in row 4 with another amount or date',
      'Row 4: invoice R-1 also stands in row 2 with another amount or date',
    ]);
    expect(cents(result.totals)).toBe(700n);
  });

  it('names three of many other rows', () => {
    const rows = ['1.00', '2.00', '3.00', '4.00', '5.00'].map((amount) => usualRow({ amount }));
    expect(reasons(read(usualFile(...rows)))[0]).toBe(
      'Row 2: invoice R-1 also stands in row 3, 4, 5, … with another amount or date',
    );
  });

  it('is two invoices when the customers differ', () => {
    expect(read(usualFile(usualRow({}), usualRow({ number: 'C-2' }))).totals.count).toBe(2);
  });

  it('is no duplicate of a row that is bad for another reason', () => {
    const result = read(usualFile(usualRow({}), usualRow({ amount: 'much' })));
    expect(reasons(result)).toEqual(['Row 3: amount "much" is not a number with decimal point']);
    expect(result.totals.count).toBe(1);
  });
});
