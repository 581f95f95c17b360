import { DomainError } from '../core/error.ts';
import { decodeText, type Encoding } from './decode-text.ts';
import { findLayout } from './layout.ts';
import { refuseOtherFormats } from './other-formats.ts';
import { type Delimiter, parseCsv } from './parse-csv.ts';
import type { Column, TableRow } from './rows.ts';
import { unfold } from './unfold.ts';

export type { Column, TableRow } from './rows.ts';

/** What a file is written in. */
export type Written =
  | { readonly kind: 'text'; readonly encoding: Encoding; readonly delimiter: Delimiter }
  /** `sheet` is the one that was read, of all `sheets`. */
  | { readonly kind: 'workbook'; readonly sheet: string; readonly sheets: readonly string[] };

/** A file as rows and columns, before anything is known about what they mean. */
export interface Table {
  readonly written: Written;
  /** Of the file, or of the text files that are made of its rows. */
  readonly delimiter: Delimiter;
  readonly headerRow: number;
  readonly columns: readonly Column[];
  /** Below the header, without the empty ones. */
  readonly rows: readonly TableRow[];
  /** What a person should know about rows that were passed over. */
  readonly notes: readonly string[];
}

/** Wider than any export of open items. */
const maxColumns = 200;

/** Throws `invalid` for what is no text file of rows, has no header row, or has nothing below it. */
export function readTable(bytes: Uint8Array, fileName: string): Table {
  refuseOtherFormats(bytes, fileName);
  const { text, encoding } = decodeText(bytes);
  const layout = findLayout(text);
  if (layout === undefined) throw new DomainError('invalid', noHeader(fileName));
  const { delimiter, headerRow } = layout;
  const records = parseCsv(text, delimiter);
  return tableOf({ fileName, records, headerRow, delimiter, written: { kind: 'text', encoding, delimiter } });
}

export interface TableParts extends Pick<Table, 'written' | 'delimiter' | 'headerRow'> {
  readonly fileName: string;
  /** All rows of the file, the empty ones too. */
  readonly records: readonly (readonly string[])[];
}

/** The table below a header. Throws `invalid` when it is too wide, or has no rows. */
export function tableOf({ fileName, records, ...parts }: TableParts): Table {
  const columns = (records[parts.headerRow - 1] ?? []).map(columnAt);
  if (columns.length > maxColumns) throw new DomainError('invalid', tooWide(fileName, columns.length));
  const filled = records
    .map((cells, index) => ({ row: index + 1, cells }))
    .slice(parts.headerRow)
    .filter(isFilled);
  if (filled.length === 0) throw new DomainError('invalid', nothingBelow(fileName, parts.headerRow));
  return { ...parts, ...unfold(columns, filled) };
}

/**
 * The text of a cell as it is read: composed letters, single spaces, none at the ends; empty beyond the row's end. The
 * apostrophe that keeps a spreadsheet from taking text for a formula goes, so that our file of bad rows reads back.
 */
export function cellText({ cells }: TableRow, column: number): string {
  const cell = cells[column] ?? '';
  if (!untidy.test(cell)) return cell;
  const text = cell.normalize('NFC').replace(/\s+/g, ' ').trim();
  return text.startsWith("'") && formulaStart.test(text.slice(1)) ? text.slice(1) : text;
}

/** Most cells are numbers and days, for which tidying up would cost as much as reading them. */
const untidy = /[^!-~]|^'/;

/** How cells begin that a spreadsheet would run as a formula (the list of OWASP's "CSV injection"). */
export const formulaStart = /^[=+\-@\t\r＝＋－＠]/;

/** The filled cells of a column, in order. */
export function valuesOf(table: Table, column: number): string[] {
  return table.rows.map((row) => cellText(row, column)).filter((text) => text !== '');
}

function columnAt(header: string, index: number): Column {
  return {
    index,
    header: header
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 80),
  };
}

function isFilled({ cells }: TableRow): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

function noHeader(fileName: string): string {
  return `${fileName} has no header row that names at least two columns. Put names such as "Invoice number", "Customer", "Invoice date", "Due date", "Amount" into its first row and send it again.`;
}

function tooWide(fileName: string, width: number): string {
  return `${fileName} has ${width} columns, more than the ${maxColumns} that can be read. Remove those that are not about open items.`;
}

function nothingBelow(fileName: string, headerRow: number): string {
  return `${fileName} has names of columns in row ${headerRow} and no rows below it. Check the filter of the export and send it again.`;
}
