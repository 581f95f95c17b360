import { isAmount } from './amounts.ts';
import type { Delimiter } from './parse-csv.ts';
import { printable } from './reading.ts';
import { type Column, formulaStart, type TableRow } from './table.ts';

/** A row that was not read, and why. */
export interface BadRow {
  /** As a spreadsheet counts: the file's first line is row 1. */
  readonly row: number;
  /** Header of the column with the first fault; empty when the row as a whole is at fault. */
  readonly column: string;
  /** What stands there. */
  readonly value: string;
  /** All faults of the row, ready to follow "Row 14: ". */
  readonly reason: string;
  /** The row as the file has it. */
  readonly cells: readonly string[];
}

export interface Fault {
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

export function badRow({ row, cells }: TableRow, faults: readonly Fault[]): BadRow {
  const [first] = faults;
  const reason = faults.map((fault) => fault.reason).join('; ');
  return { row, column: first?.column ?? '', value: first?.value ?? '', reason, cells };
}

/** What is needed to write bad rows down in the shape of their file. */
export interface BadRowsFile {
  readonly columns: readonly Column[];
  readonly delimiter: Delimiter;
  readonly badRows: readonly BadRow[];
}

/**
 * A CSV file for a person to mend in a spreadsheet and send again: the row's number and what is wrong with it, then the
 * cells as they were, all of them, under their own headers. UTF-8 with its mark, or Excel would spoil the umlauts.
 */
export function badRowsCsv({ columns, delimiter, badRows }: BadRowsFile): Uint8Array {
  const header = ['Row in the file', 'Reason', ...columns.map((column) => column.header)];
  const lines = badRows.map(({ row, reason, cells }) => [String(row), reason, ...cells]);
  const text = [header, ...lines].map((line) =>
    line.map((cell) => safeCell(cell, delimiter)).join(delimiter),
  );
  return new TextEncoder().encode(`\uFEFF${text.join('\r\n')}\r\n`);
}

/** A spreadsheet runs a cell that begins like a formula; an apostrophe keeps it text, and reading takes that off again. */
function safeCell(cell: string, delimiter: Delimiter): string {
  const shown = printable(cell);
  const text = formulaStart.test(shown) && !isAmount(shown) ? `'${shown}` : shown;
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
