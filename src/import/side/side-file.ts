import type { BadRow } from '../bad-rows.ts';
import type { Field } from '../column-names.ts';
import type { FileKind } from '../kind.ts';
import { brokenShape, cellsOf, type RowCells } from '../row-cells.ts';
import { type RowAnswers, rowReading } from '../row-reading.ts';
import { badRow } from '../bad-rows.ts';
import type { Table, TableRow } from '../table.ts';
import { maxNumberLength, maxTextLength, readText } from '../texts.ts';

/** The rows of a side file that were understood, and those that were not. */
export interface SideRows<T> {
  readonly rows: readonly (T & Named)[];
  readonly badRows: readonly BadRow[];
}

/** Whom a row is about, and where it stands. */
export interface Named {
  readonly source: TableRow;
  readonly customerNumber?: string;
  readonly customerName?: string;
}

/** Reads the rows of a side file; `read` answers undefined after noting what is wrong. */
export function readSideRows<T>(
  table: Table,
  answers: RowAnswers,
  kind: FileKind,
  read: (cells: RowCells) => T | undefined,
): SideRows<T> {
  const reading = rowReading(table, answers, kind);
  const rows: (T & Named)[] = [];
  const badRows: BadRow[] = [];
  for (const source of table.rows) {
    const broken = brokenShape(source, reading);
    const cells = cellsOf(source, reading);
    const named = readNames(cells);
    const value = broken === undefined ? read(cells) : undefined;
    const faults = broken === undefined ? cells.faults : [{ column: '', value: '', reason: broken }];
    if (value === undefined || faults.length > 0) badRows.push(badRow(source, faults));
    else rows.push({ ...value, ...named, source });
  }
  return { rows, badRows };
}

/** The text of a cell that may be empty; noted as a fault when it cannot be stored. */
export function optional({ textOf, take }: RowCells, field: Field, name: string): string | undefined {
  const text = textOf(field);
  return text === '' ? undefined : take(field, readText(text, maxTextLength, name));
}

function readNames(cells: RowCells): Omit<Named, 'source'> {
  const { textOf, take, file } = cells;
  const number = textOf('customerNumber').replace(
    file.floatTails.includes('customerNumber') ? /\.0$/ : /$^/,
    '',
  );
  const name = optional(cells, 'customerName', 'customer name');
  const known =
    number === '' ? undefined : take('customerNumber', readText(number, maxNumberLength, 'customer number'));
  return { ...(known && { customerNumber: known }), ...(name && { customerName: name }) };
}
