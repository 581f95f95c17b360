import { isAmount } from './amounts.ts';
import { fieldNamed } from './columns.ts';
import { isDate } from './dates.ts';
import { type Delimiter, delimiters, parseBeginning } from './parse-csv.ts';

export interface Layout {
  readonly delimiter: Delimiter;
  /** As a spreadsheet counts, from 1. */
  readonly headerRow: number;
}

/**
 * The delimiter and the header row, decided together: under the right delimiter one of the first rows consists of
 * names we know. When no names are known, the first row that is as wide as most and holds neither numbers nor dates.
 */
export function findLayout(text: string): Layout | undefined {
  const beginnings = delimiters.map((delimiter) => ({
    delimiter,
    records: parseBeginning(text, delimiter, searchedRows),
  }));
  return best(beginnings.flatMap(byNames)) ?? best(beginnings.flatMap(byShape));
}

type Scored = Layout & { readonly score: number };
type Beginning = { readonly delimiter: Delimiter; readonly records: readonly string[][] };

/** Reports put titles, dates and filters above their table. */
const searchedRows = 30;

function byNames({ delimiter, records }: Beginning): Scored[] {
  return records
    .map((cells, index) => ({ delimiter, headerRow: index + 1, score: knownFields(cells) }))
    .filter(({ score }) => score >= 2);
}

function knownFields(cells: readonly string[]): number {
  return new Set(cells.map((cell) => fieldNamed(cell)?.field).filter((field) => field !== undefined)).size;
}

function byShape({ delimiter, records }: Beginning): Scored[] {
  const width = commonWidth(records);
  const headerRow = records.findIndex((cells) => cells.length === width && cells.every(isTitle)) + 1;
  return width > 1 && headerRow > 0 ? [{ delimiter, headerRow, score: width }] : [];
}

function commonWidth(records: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0];
}

function isTitle(cell: string): boolean {
  const text = cell.trim();
  return text !== '' && !isAmount(text) && !isDate(text);
}

function best(layouts: readonly Scored[]): Layout | undefined {
  return layouts.reduce<Scored | undefined>(
    (a, b) => (a === undefined || b.score > a.score ? b : a),
    undefined,
  );
}
