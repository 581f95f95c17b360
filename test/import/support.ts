import { businessDate } from '../../src/core/calendar/business-date.ts';
import { type Answers, type OpenItems, readOpenItems } from '../../src/import/read-open-items.ts';
import { type Recognised, recognise as recogniseTable } from '../../src/import/recognise.ts';
import { readTable } from '../../src/import/table.ts';
import { csvBytes } from '../support/samples/csv.ts';

/** A CSV file of these lines, as bytes. */
export function fileOf(...lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join('\n'));
}

export const usualHeader = [
  'Invoice number',
  'Customer number',
  'Customer name',
  'Invoice date',
  'Due date',
  'Amount',
  'Currency',
];

/** A row under the usual header that is good, but for what is replaced. */
export function usualRow(
  replaced: Partial<Record<'invoice' | 'number' | 'name' | 'issued' | 'due' | 'amount' | 'currency', string>>,
): string[] {
  const row = {
    invoice: 'R-1',
    number: 'C-1',
    name: 'Acme',
    issued: '2026-01-05',
    due: '2026-02-04',
    amount: '100.00',
    currency: 'EUR',
    ...replaced,
  };
  return [row.invoice, row.number, row.name, row.issued, row.due, row.amount, row.currency];
}

export function usualFile(...rows: readonly (readonly string[])[]): Uint8Array {
  return csvBytes([usualHeader, ...rows]);
}

/** What is recognised of a text file. */
export function recognise(bytes: Uint8Array, fileName = 'items.csv'): Recognised {
  return recogniseTable(readTable(bytes, fileName), fileName);
}

/** Reads with the mapping that was recognised, as of the end of 2026 unless said otherwise. */
export function read(bytes: Uint8Array, answers: Partial<Answers> = {}): OpenItems {
  const { mapping } = recognise(bytes);
  return readOpenItems(readTable(bytes, 'The file'), {
    mapping,
    asOf: businessDate('2026-12-31'),
    ...answers,
  });
}

/** "Row 14: due date …" for every bad row. */
export function reasons({ badRows }: OpenItems): string[] {
  return badRows.map(({ row, reason }) => `Row ${row}: ${reason}`);
}

/** Cents of the only currency; 0 when there is none. */
export function cents({ byCurrency }: OpenItems['totals']): bigint {
  if (byCurrency.length > 1) throw new Error('several currencies');
  return byCurrency[0]?.sum.amount ?? 0n;
}
