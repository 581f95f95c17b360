import { isAmount } from './amounts.ts';
import { isCurrency } from './codes.ts';
import { fieldNamed } from './columns.ts';
import { isDate } from './dates.ts';
import type { Column, Rows, TableRow } from './rows.ts';

/**
 * Makes plain rows of a report: rulers and sums go, and where no column names the customer the heading above a group
 * of rows becomes one. What went is said in a note; a file without such rows stays as it is.
 */
export function unfold(columns: readonly Column[], rows: readonly TableRow[]): Rows {
  const lines = rows.map((row) => ({ row, kind: kindOf(row, rows) }));
  const isReport = lines.some(({ kind }) => kind !== 'plain');
  const named = nameFirst(columns);
  const needsCustomer = !holdsField(columns, customerFields);
  const isHeading = (row: TableRow): boolean =>
    (isReport || needsCustomer) && heads(row, columns, needsCustomer);
  const hasHeadings = lines.some(({ row, kind }) => kind === 'plain' && isHeading(row));
  if (!isReport && !hasHeadings) return { columns, rows, notes: [] };
  const kept: TableRow[] = [];
  const passed: number[] = [];
  let heading = '';
  for (const { row, kind } of lines) {
    if (kind === 'plain' && !isHeading(row)) kept.push(grouped(row, columns.length, needsCustomer, heading));
    else {
      passed.push(row.row);
      heading = kind === 'plain' ? firstCell(row) : kind === 'sum' ? '' : heading;
    }
  }
  return {
    columns: withCustomer(named, needsCustomer && hasHeadings),
    rows: kept,
    notes: passedOver(passed),
  };
}

const customerFields: ReadonlySet<string> = new Set(['customerNumber', 'customerName', 'contactName']);

function holdsField(columns: readonly Column[], wanted: ReadonlySet<string>): boolean {
  return columns.some(({ header }) => wanted.has(fieldNamed(header)?.field ?? ''));
}

type Kind = 'plain' | 'sum' | 'ruler';

function kindOf(row: TableRow, all: readonly TableRow[]): Kind {
  const cells = filled(row);
  if (cells.every((cell) => /^[-=_*+|]{2,}$/.test(cell))) return 'ruler';
  if (cells.some(isDate)) return 'plain';
  if (
    sumWords.test(cells[0] ?? '') &&
    cells.slice(1).every((cell) => isAmount(cell) || sumWords.test(cell) || isCurrency(cell))
  )
    return 'sum';
  const isLast = row === all.at(-1);
  return isLast && all.length > 1 && cells.every(isAmount) && cells.length * 2 <= width(all)
    ? 'sum'
    : 'plain';
}

/** How sums begin, in the languages of our letters; SAP marks them by asterisks. */
const sumWords =
  /^(?:(?:grand |sub-?)?totals?\b|sum\b|summe\b|gesamt|zwischensumme|endsumme|totale\b|kopā\b|suma\b|\*+$)/i;

function width(all: readonly TableRow[]): number {
  return Math.max(...all.slice(0, 50).map((row) => filled(row).length));
}

/** A heading is alone in its row, or has nothing but the sums of its group beside it. */
function heads(row: TableRow, columns: readonly Column[], needsCustomer: boolean): boolean {
  const cells = filled(row);
  const [first = '', ...others] = cells;
  if (first === '' || isAmount(first) || isDate(first)) return false;
  if (others.length === 0) return needsCustomer || columns[position(row)]?.header === '';
  return needsCustomer && position(row) === 0 && others.every(isAmount) && columns[0]?.header === '';
}

function grouped(row: TableRow, to: number, needsCustomer: boolean, heading: string): TableRow {
  const cells = Array.from({ length: Math.max(to, row.cells.length) }, (_, index) => row.cells[index] ?? '');
  return { row: row.row, cells: needsCustomer ? [...cells, heading] : cells };
}

/** Reports leave the first column without a name; where no other holds the number of the document, it does. */
function nameFirst(columns: readonly Column[]): readonly Column[] {
  const isNameless = columns[0]?.header === '' && !holdsField(columns, new Set(['invoiceNumber']));
  return isNameless ? [{ index: 0, header: 'Invoice number' }, ...columns.slice(1)] : columns;
}

function withCustomer(columns: readonly Column[], needed: boolean): readonly Column[] {
  return needed ? [...columns, { index: columns.length, header: 'Customer' }] : columns;
}

function passedOver(rows: readonly number[]): readonly string[] {
  const shown = rows.slice(0, 5).join(', ') + (rows.length > 5 ? ', …' : '');
  if (rows.length === 1) return [`Row ${shown} is a heading or a sum, not a document: it is left out.`];
  return [
    `${rows.length} rows are headings, sums or rulers, not documents: they are left out (rows ${shown}).`,
  ];
}

function filled({ cells }: TableRow): readonly string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}

function position({ cells }: TableRow): number {
  return cells.findIndex((cell) => cell.trim() !== '');
}

function firstCell(row: TableRow): string {
  return filled(row)[0] ?? '';
}
