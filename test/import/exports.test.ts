import { describe, expect, it } from 'vitest';
import { formatMoney } from '../../src/core/money.ts';
import { isBankFile } from '../../src/import/bank/read-bank-file.ts';
import type { OpenItem } from '../../src/import/read-row.ts';
import { exportSamples } from '../support/samples/exports.ts';
import { fileOf, read, reasons, recognise } from './support.ts';

const sample = (program: string): Uint8Array =>
  exportSamples.find((one) => one.program === program)?.bytes ?? new Uint8Array();

function line({ invoiceNumber, customerNumber, open }: OpenItem): string {
  return `${invoiceNumber} ${customerNumber} ${formatMoney(open).replace(/[^\d.-]/g, '')}`;
}

describe('an export of', () => {
  it.each(exportSamples)('$program is not taken for a bank’s', ({ bytes }) =>
    expect(isBankFile(bytes, 'export.csv')).toBe(false),
  );

  it.each(exportSamples)('$program is read without a question but for the currency', (one) => {
    expect(recognise(one.bytes).missing.filter(({ answer }) => answer !== 'currency')).toEqual([]);
    const file = read(one.bytes, { currency: 'EUR' });
    expect(file.items.map(line)).toEqual(one.items);
    expect(reasons(file)).toEqual(one.badRows);
  });
});

describe('what an export says beside its rows', () => {
  it('is left out aloud: headings and sums of a report', () => {
    expect(recognise(sample('QuickBooks, A/R aging detail')).notes).toContain(
      '5 rows are headings, sums or rulers, not documents: they are left out (rows 6, 9, 10, 12, 13).',
    );
  });

  it('names the customer by the heading above, as a column of its own', () => {
    const { mapping } = recognise(sample('QuickBooks, open invoices'));
    expect(mapping.customerName).toMatchObject({ column: 7, header: 'Customer' });
  });

  it('folds the lines of one document', () => {
    expect(read(sample('Xero, invoices')).notes).toContain(
      '1 rows are further lines of documents that were read already.',
    );
  });

  it('takes the currency that belongs to the amount', () => {
    const [first] = read(sample('SAP, line items as a printed list')).items;
    expect(first?.open).toEqual({ amount: 125_000n, currency: 'USD' });
    const local = recognise(sample('SAP, line items in local currency'));
    expect(local.mapping.currency?.header).toBe('Local Currency');
  });
});

describe('a file of payments', () => {
  it.each([
    'Customer number,Invoice number,Payment date,Amount,Currency,Payment reference\nC-1,R-1,2026-11-21,40.00,EUR,tx 1',
    'Customer,Payment date,Amount,Reference\nAcme,2026-11-21,40.00,tx 1',
  ])('is not taken for a bank’s: %#', (text) => {
    expect(isBankFile(fileOf(text), 'payments.csv')).toBe(false);
    expect(recognise(fileOf(text), 'payments.csv').kind).toBe('payments');
  });
});
