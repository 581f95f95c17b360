import { unzipSync } from 'fflate';
import readSheets from 'read-excel-file/universal';
import { DomainError } from '../core/error.ts';
import { chooseSheet, type Sheet } from './choose-sheet.ts';
import { maxFileBytes, refuseSize } from './other-formats.ts';
import { sheetNumber } from './sheet-number.ts';
import { type Table, tableOf } from './table.ts';

/** Whether the file is a ZIP archive, as all workbooks since 2007 are. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 4)) === 'PK\x03\x04';
}

/**
 * Reads the sheet that looks like a ledger, or the one that is named. Throws `invalid` for archives that are no XLSX
 * workbook, for damaged ones, and when no sheet has a header.
 */
export async function readWorkbook(bytes: Uint8Array, fileName: string, sheet?: string): Promise<Table> {
  refuseSize(bytes, fileName);
  refuseOtherArchives(bytes, fileName);
  const sheets = await sheetsOf(bytes, fileName);
  const { chosen, headerRow } = chooseSheet(sheets, fileName, sheet);
  const names = sheets.map(({ name }) => name);
  return tableOf({
    fileName,
    records: chosen.records,
    headerRow,
    delimiter: ',',
    written: { kind: 'workbook', sheet: chosen.name, sheets: names },
  });
}

/** Numbers come as the digits that the file has, never through a float of ours. */
interface Digits {
  readonly digits: string;
}

async function sheetsOf(bytes: Uint8Array, fileName: string): Promise<readonly Sheet[]> {
  const copy = new Uint8Array(bytes).buffer;
  try {
    const sheets = await readSheets<Digits>(copy, { parseNumber: (digits) => ({ digits }) });
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      records: data.map((row) => row.map(cellText)),
    }));
  } catch {
    throw new DomainError(
      'invalid',
      `${fileName} is a damaged Excel workbook: it cannot be opened. Open it in a spreadsheet, save it as a new file and send that.`,
    );
  }
}

/** Days come as midnight UTC; the time of day is dropped. */
function cellText(cell: string | boolean | Date | Digits | null | typeof Date): string {
  if (cell === null || typeof cell === 'function') return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return String(cell);
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return sheetNumber(cell.digits);
}

/** What a workbook may weigh unpacked: a small archive can hold gigabytes. */
const maxUnpackedBytes = 12 * maxFileBytes;

function refuseOtherArchives(bytes: Uint8Array, fileName: string): void {
  const entries = entriesOf(bytes, fileName);
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > maxUnpackedBytes)
    throw new DomainError(
      'invalid',
      `${fileName} is too large to be unpacked. Keep the sheet of open items only and send that.`,
    );
  const has = (name: string): boolean => entries.some((entry) => entry.name === name);
  if (has('xl/workbook.xml')) return;
  throw new DomainError('invalid', `${fileName} is ${archiveName(has)}`);
}

function archiveName(has: (name: string) => boolean): string {
  if (has('content.xml'))
    return 'an OpenDocument file. In the spreadsheet choose "Save as", "Excel (.xlsx)", and send that file.';
  if (has('xl/workbook.bin'))
    return 'a binary Excel workbook. In Excel choose "Save as", "Excel Workbook (.xlsx)", and send that file.';
  if (has('word/document.xml'))
    return 'a text document. Copy its table into a spreadsheet, save it as .xlsx and send that file.';
  return 'a ZIP archive without a workbook in it. Unpack it and send the files inside, one by one.';
}

/** Names and sizes without unpacking anything. */
function entriesOf(
  bytes: Uint8Array,
  fileName: string,
): readonly { readonly name: string; readonly size: number }[] {
  const entries: { name: string; size: number }[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries.push({ name, size: originalSize });
        return false;
      },
    });
  } catch {
    throw new DomainError(
      'invalid',
      `${fileName} is a damaged archive. Export it again and send the new file.`,
    );
  }
  return entries;
}
