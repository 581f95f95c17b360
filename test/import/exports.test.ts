import { describe, expect, it } from 'vitest';
import { formatMoney } from '../../src/core/money.ts';
import type { OpenItem } from '../../src/import/read-row.ts';
import { exportSamples } from '../support/samples/exports.ts';
import { read, reasons, recognise } from './support.ts';

const sample = (program: string): Uint8Array =>
  exportSamples.find((one) => one.program === program)?.bytes ?? new Uint8Array();

function line({ invoiceNumber, customerNumber, open }: OpenItem): string {
  return `${invoiceNumber} ${customerNumber} ${formatMoney(open).replace(/[^\d.-]/g, '')}`;
}

describe('an export of', () => {
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
