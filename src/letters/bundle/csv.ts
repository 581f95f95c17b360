import { csvText, utf8Mark } from '../../core/csv.ts';
import type { Sheet } from './sheet.ts';

/** A sheet as a CSV file. */
export function sheetCsv({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): Uint8Array {
  return new TextEncoder().encode(utf8Mark + csvText([columns, ...rows]));
}
