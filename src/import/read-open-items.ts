import type { BusinessDate } from '../core/calendar/business-date.ts';
import { money } from '../core/money.ts';
import type { BadRow, BadRowsFile } from './bad-rows.ts';
import { customersOf, type FileCustomer } from './customers.ts';
import { dropDuplicates } from './duplicates.ts';
import { type GoodRow, type OpenItem, readRow } from './read-row.ts';
import { readingNotes } from './reading-notes.ts';
import type { RowReading } from './row-cells.ts';
import { type RowAnswers, rowReading } from './row-reading.ts';
import { plainName } from './columns.ts';
import type { Table } from './table.ts';
import { type Tally, tally } from './tally.ts';

/** What a person confirmed or answered about a list of open items. */
export interface Answers extends RowAnswers {
  /** The last day the export knows of. */
  readonly asOf: BusinessDate;
}

/**
 * What a file holds as of a day. Every row of a document is in exactly one of `items`, `notYetIssued`, `settled` and
 * `badRows`; the first three make up `fileTotals`, to be held against the export's own control total.
 */
export interface OpenItems extends BadRowsFile {
  readonly asOf: BusinessDate;
  /** Issued on the day or before, and open at its end. */
  readonly items: readonly OpenItem[];
  /** Settled on a day that the file gives, on the day or before: nothing of them is open any more. */
  readonly history: readonly OpenItem[];
  /** Customers of `items` and `history`; spellings and details are counted over all good rows of the file. */
  readonly customers: readonly FileCustomer[];
  readonly badRows: readonly BadRow[];
  /** Of `items`. */
  readonly totals: Tally;
  /** Invoices among `items` that were due before the day; what is due on it is not late yet. */
  readonly dueBefore: Tally & { readonly customers: number };
  readonly notYetIssued: Tally;
  /** Settled on the day or before, or with nothing open. */
  readonly settled: Tally;
  readonly fileTotals: Tally;
  /** Sentences for the person who imports. */
  readonly notes: readonly string[];
}

/**
 * Reads the open items of a table as of a day. Bad rows are named and change nothing else. Throws `invalid` for a
 * file that is none, for a currency that is none, and when a column or an answer is missing without which no row can
 * be read.
 */
export function readOpenItems(table: Table, answers: Answers): OpenItems {
  const { good, badRows, notes } = readRows(table, rowReading(table, answers, 'open items'));
  const all = good.map(({ item }) => item);
  const { items, notYetIssued, settled } = splitAsOf(all, answers.asOf);
  const history = settled.flatMap(asHistory);
  const withItems = new Set([...items, ...history].map(({ customerNumber }) => customerNumber));
  const customers = customersOf(all.filter(({ customerNumber }) => withItems.has(customerNumber)));
  return {
    asOf: answers.asOf,
    items,
    history,
    customers,
    badRows,
    totals: tally(items),
    dueBefore: dueBefore(items, answers.asOf),
    notYetIssued: tally(notYetIssued),
    settled: tally(settled),
    fileTotals: tally(all),
    notes: [...notes, ...readingNotes(good, customers)],
    columns: table.columns,
    delimiter: table.delimiter,
  };
}

function splitAsOf(
  all: readonly OpenItem[],
  asOf: BusinessDate,
): Record<'items' | 'notYetIssued' | 'settled', OpenItem[]> {
  const issued = all.filter((item) => item.issuedOn <= asOf);
  return {
    items: issued.filter((item) => !isSettled(item, asOf)),
    notYetIssued: all.filter((item) => item.issuedOn > asOf),
    settled: issued.filter((item) => isSettled(item, asOf)),
  };
}

/** Only invoices are paid, and only a day that the file gives is a day of payment. */
function asHistory(item: OpenItem): readonly OpenItem[] {
  if (item.kind !== 'invoice' || item.settledOn === undefined) return [];
  return [{ ...item, open: money(0n, item.open.currency) }];
}

/** A payment of the day itself counts: what is open is what is open when the day ends. */
function isSettled({ open, settledOn }: OpenItem, asOf: BusinessDate): boolean {
  return open.amount === 0n || (settledOn !== undefined && settledOn <= asOf);
}

/** Credit notes are never late. */
function dueBefore(items: readonly OpenItem[], asOf: BusinessDate): OpenItems['dueBefore'] {
  const due = items.filter((item) => item.kind === 'invoice' && item.dueOn < asOf);
  return { ...tally(due), customers: new Set(due.map(({ customerNumber }) => customerNumber)).size };
}

interface ReadRows {
  readonly good: readonly GoodRow[];
  readonly badRows: readonly BadRow[];
  readonly notes: readonly string[];
}

function readRows(table: Table, reading: RowReading): ReadRows {
  const rows = table.rows.map((row) => readRow(row, reading));
  const readable = rows.filter((row) => 'item' in row);
  const unreadable = rows.filter((row) => 'reason' in row);
  const invoiceColumn = table.columns[reading.mapping.invoiceNumber?.column ?? -1]?.header ?? '';
  const byLine = table.columns.some(({ header }) => lineColumns.has(plainName(header)));
  const { single, bad, folded } = dropDuplicates(readable, { invoiceColumn, byLine });
  return {
    good: single,
    badRows: [...unreadable, ...bad].sort((a, b) => a.row - b.row),
    notes: folded === 0 ? [] : [`${folded} rows are further lines of documents that were read already.`],
  };
}

/** Columns of files that have a row for each line of a document. */
const lineColumns: ReadonlySet<string> = new Set([
  'quantity',
  'lineamount',
  'unitamount',
  'unitprice',
  'menge',
  'einzelpreis',
]);
