import type { Currency } from '../core/money.ts';
import type { DecimalMark } from './plain-decimal.ts';
import type { Fault } from './bad-rows.ts';
import type { Field } from './column-names.ts';
import type { DateOrder } from './dates.ts';
import type { Reading } from './reading.ts';
import type { ColumnOf } from './styles.ts';
import { cellText, type Column, type TableRow } from './table.ts';

/** How to read the rows of one file: everything that was found or answered. */
export interface RowReading {
  readonly columns: readonly Column[];
  readonly delimiter: string;
  readonly mapping: ColumnOf;
  readonly dateOrder: DateOrder;
  readonly decimal: DecimalMark;
  /** For rows that name none themselves. */
  readonly currency: Currency | undefined;
  readonly floatTails: readonly Field[];
}

/** The cells of one row by field, and what was found wrong with them so far. */
export interface RowCells {
  readonly file: RowReading;
  /** Empty when the row or the file has no such cell. */
  readonly textOf: (field: Field) => string;
  /** The value that was read, or undefined after noting the fault. */
  readonly take: <T>(field: Field, reading: Reading<T>) => T | undefined;
  readonly faults: readonly Fault[];
}

export function cellsOf(row: TableRow, file: RowReading): RowCells {
  const faults: Fault[] = [];
  const columnOf = (field: Field): number => file.mapping[field]?.column ?? -1;
  const textOf = (field: Field): string => cellText(row, columnOf(field));
  return {
    file,
    textOf,
    take: (field, reading) => {
      if ('value' in reading) return reading.value;
      faults.push({
        column: file.columns[columnOf(field)]?.header ?? '',
        value: textOf(field),
        reason: reading.reason,
      });
      return undefined;
    },
    faults,
  };
}

/** Why the cells of the row cannot be trusted to stand in their columns; undefined when they can. */
export function brokenShape({ cells }: TableRow, { columns, delimiter }: RowReading): string | undefined {
  const surplus = cells.slice(columns.length).some((cell) => cell.trim() !== '');
  const short = columns.slice(cells.length).some(({ header }) => header !== '');
  if (surplus || short) return `the row has ${cells.length} cells instead of ${columns.length}`;
  const swallowing = cells.some((cell) => cell.includes('\n') && holdsRow(cell, delimiter, columns.length));
  return swallowing ? 'a quotation mark that is not closed takes in the rows below' : undefined;
}

/** A cell with a line as rich in delimiters as a row is no text of several lines: an open quotation mark ate rows. */
function holdsRow(cell: string, delimiter: string, width: number): boolean {
  const enough = Math.max(3, width - 1);
  return cell.split('\n').some((line) => line.split(delimiter).length > enough);
}
