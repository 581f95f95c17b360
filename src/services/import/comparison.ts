import { knownCredits } from '../../../db/queries/import/known-credits.ts';
import { knownInvoices } from '../../../db/queries/import/known-invoices.ts';
import { openTable } from '../../import/open-table.ts';
import { type OpenItems, readOpenItems } from '../../import/read-open-items.ts';
import type { Scope } from '../scope.ts';
import { type CreditDifference, creditDifferenceOf } from './credits.ts';
import { type Difference, differenceOf, nameOf } from './difference.ts';
import { importKeys } from './keys.ts';
import { type ImportRow, readingOf, sheetOf } from './row.ts';

/** A file held against the ledger as it is in this transaction. */
export interface Comparison {
  readonly invoices: Difference;
  readonly credits: CreditDifference;
}

/** Reads the file as it was answered. */
export async function readImport(row: ImportRow, bytes: Uint8Array): Promise<OpenItems> {
  return readOpenItems(await openTable(bytes, row.fileName, sheetOf(row)), readingOf(row));
}

export async function compare(scope: Scope, row: ImportRow, file: OpenItems): Promise<Comparison> {
  const { mapping } = readingOf(row);
  const hasTotals = mapping.amount !== undefined && mapping.openAmount !== undefined;
  const mentions = mentionedIn(file);
  const items = [...file.items, ...file.history];
  const known = await knownInvoices(scope.tx, items.map(nameOf), file.asOf, importKeys);
  return {
    invoices: differenceOf(known, items, { hasTotals, mentions }),
    credits: creditDifferenceOf(await knownCredits(scope.tx), file.items, mentions),
  };
}

/** Whether a number stands in a row that could not be read, with or without the tail of a floating-point column. */
function mentionedIn({ badRows }: OpenItems): (number: string) => boolean {
  const cells = new Set(badRows.flatMap((bad) => bad.cells.map((cell) => cell.trim().replace(/\.0$/, ''))));
  return (number) => cells.has(number);
}
