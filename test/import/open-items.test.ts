import { describe, expect, it } from 'vitest';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import { csvBytes } from '../support/samples/csv.ts';
import { cents, read, reasons, usualFile, usualHeader, usualRow } from './support.ts';

describe('as of a day', () => {
  const bytes = usualFile(
    usualRow({ invoice: 'R-1', issued: '2026-01-05', due: '2026-02-03', amount: '1.00' }),
    usualRow({ invoice: 'R-2', issued: '2026-01-05', due: '2026-02-04', amount: '2.00', number: 'C-2' }),
    usualRow({ invoice: 'R-3', issued: '2026-02-04', due: '2026-03-04', amount: '4.00' }),
    usualRow({ invoice: 'R-4', issued: '2026-02-05', due: '2026-03-04', amount: '8.00' }),
  );
  const result = read(bytes, { asOf: businessDate('2026-02-04') });

  it('what is issued on the day counts, what is issued later does not', () => {
    expect(result.items.map(({ invoiceNumber }) => invoiceNumber)).toEqual(['R-1', 'R-2', 'R-3']);
    expect(cents(result.notYetIssued)).toBe(800n);
    expect(cents(result.fileTotals)).toBe(1_500n);
  });

  it('what is due on the day is not late yet', () => {
    expect(result.dueBefore).toEqual({
      count: 1,
      customers: 1,
      byCurrency: [{ count: 1, sum: { amount: 100n, currency: 'EUR' } }],
    });
  });
});

describe('sums', () => {
  it('are kept apart by currency, in the order of the codes', () => {
    const { totals } = read(
      usualFile(usualRow({ currency: 'usd' }), usualRow({ invoice: 'R-2' }), usualRow({ invoice: 'R-3' })),
    );
    expect(totals).toEqual({
      count: 3,
      byCurrency: [
        { count: 2, sum: { amount: 20_000n, currency: 'EUR' } },
        { count: 1, sum: { amount: 10_000n, currency: 'USD' } },
      ],
    });
  });

  it('take the answered currency for rows that name none', () => {
    const { totals } = read(usualFile(usualRow({ currency: '' }), usualRow({ invoice: 'R-2' })), {
      currency: 'CHF',
    });
    expect(totals.byCurrency.map(({ sum }) => sum.currency)).toEqual(['CHF', 'EUR']);
  });
});

describe('a credit note', () => {
  const typed = (type: string, amount: string): Uint8Array =>
    csvBytes([
      [...usualHeader, 'Document type'],
      [...usualRow({ amount }), type],
    ]);

  it.each([
    ['Credit note', '5.00'],
    ['Gutschrift', '-5.00'],
    ['', '-5.00'],
    ['Invoice', '(5.00)'],
  ])('is known by its type or its sign (%s, %s), and is negative', (type, amount) => {
    const { items, dueBefore } = read(typed(type, amount));
    expect(items).toMatchObject([{ kind: 'credit_note', total: { amount: -500n }, open: { amount: -500n } }]);
    expect(dueBefore.count).toBe(0);
  });

  it('is no payment: those rows are refused', () => {
    expect(reasons(read(typed('Customer payment', '-5.00')))).toEqual([
      'Row 2: document type "Customer payment" is a payment, not an invoice',
    ]);
  });
});

describe('a file with the document’s amount and the open amount', () => {
  const part = (amount: string, open: string): Uint8Array =>
    csvBytes([
      [...usualHeader, 'Open amount'],
      [...usualRow({ amount }), open],
      [...usualRow({ invoice: 'R-2' }), '50.00'],
    ]);

  it('gives both, and sums up what is open', () => {
    const { items, totals } = read(part('100.00', '40.00'));
    expect(items[0]).toMatchObject({ total: { amount: 10_000n }, open: { amount: 4_000n } });
    expect(cents(totals)).toBe(9_000n);
  });

  it('takes a document with nothing open for settled', () => {
    expect(read(part('100.00', '0.00'))).toMatchObject({
      settled: { count: 1 },
      totals: { count: 1 },
      badRows: [],
    });
  });

  it('takes the open amount for the document’s when that is empty', () => {
    expect(read(part('', '40.00')).items[0]).toMatchObject({ total: { amount: 4_000n } });
  });

  it.each([
    ['100.00', '100.01'],
    ['100.00', '-1.00'],
    ['-100.00', '1.00'],
  ])('refuses a row in which they contradict each other (%s, %s)', (amount, open) => {
    expect(reasons(read(part(amount, open)))).toEqual([
      `Row 2: open amount "${open}" is not within the document's amount`,
    ]);
  });
});

describe('numbers that went through floating point', () => {
  it('lose their tail when the whole column has it', () => {
    const { items } = read(usualFile(usualRow({ invoice: '11.0' }), usualRow({ invoice: '12.0' })));
    expect(items.map(({ invoiceNumber }) => invoiceNumber)).toEqual(['11', '12']);
  });

  it('are numbers with versions when one row is different', () => {
    const { items } = read(usualFile(usualRow({ invoice: '11.0' }), usualRow({ invoice: '12.1' })));
    expect(items.map(({ invoiceNumber }) => invoiceNumber)).toEqual(['11.0', '12.1']);
  });
});

describe('answers', () => {
  const ambiguous = usualFile(usualRow({ issued: '01/02/2026', due: '03/04/2026', amount: '1.234' }));

  it('settle what the values leave open', () => {
    expect(read(ambiguous, { dateOrder: 'DMY', decimal: '.' }).items[0]).toMatchObject({
      dueOn: '2026-04-03',
      open: { amount: 123n },
    });
    expect(read(ambiguous, { dateOrder: 'MDY', decimal: ',' }).items[0]).toMatchObject({
      dueOn: '2026-03-04',
      open: { amount: 123_400n },
    });
  });

  it('overrule what the values prove', () => {
    const proven = usualFile(usualRow({ issued: '01/02/2026', due: '13/02/2026' }));
    expect(reasons(read(proven, { dateOrder: 'MDY' }))).toEqual([
      'Row 2: due date "13/02/2026" does not exist',
    ]);
  });

  it('are demanded when one is missing', () => {
    expect(() => read(ambiguous)).toThrow(/Does the day or the month come first/);
    expect(() => read(ambiguous, { dateOrder: 'DMY' })).toThrow(/a point or a comma/);
    expect(() => read(usualFile(usualRow({})), { mapping: {} })).toThrow(
      /Which column holds the invoice number/,
    );
  });

  it('with a currency that is none are refused', () => {
    expect(() => read(usualFile(usualRow({})), { currency: 'EURO' })).toThrow(
      /"EURO" is not a currency code/,
    );
  });
});
