import { zipSync, type Zippable } from 'fflate';
import { sheetCsv } from './csv.ts';
import { indexPage } from './index-page.ts';
import type { Bundle } from './sheet.ts';

/**
 * The bundle as one ZIP file: index.html to read, index.csv with the hash of each paper, a CSV file for each sheet, and
 * the papers. The same facts give the same bytes, so two people can tell that they hold the same.
 */
export function bundleZip(bundle: Bundle): Uint8Array {
  const files: Zippable = {
    'index.html': indexPage(bundle),
    'index.csv': sheetCsv({
      columns: ['file', 'what', 'bytes', 'sha256'],
      rows: bundle.files.map(({ path, what, bytes, hash }) => [path, what, String(bytes.length), hash]),
    }),
    ...Object.fromEntries(bundle.sheets.map((sheet) => [`${sheet.name}.csv`, sheetCsv(sheet)])),
    ...Object.fromEntries(bundle.files.map(({ path, bytes }) => [path, bytes])),
  };
  return zipSync(files, { mtime: someDay, level: 6 });
}

/** A file's time in a ZIP has no zone and says nothing here: the papers bear their own dates. */
const someDay = new Date(2000, 0, 1, 12);
