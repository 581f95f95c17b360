import { isWorkbook, readWorkbook } from './workbook.ts';
import { readTable, type Table } from './table.ts';

/**
 * Opens a file as rows and columns, whatever it is written in. `sheet` names the sheet of a workbook that shall be read
 * instead of the likeliest one.
 * Throws `invalid`, with the way out, for what is neither a text file of rows nor a workbook.
 */
export async function openTable(bytes: Uint8Array, fileName: string, sheet?: string): Promise<Table> {
  return isWorkbook(bytes) ? readWorkbook(bytes, fileName, sheet) : readTable(bytes, fileName);
}
