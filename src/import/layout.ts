import { isAmount } from './amounts.ts';
import { fieldNamed } from './columns.ts';
import { isDate } from './dates.ts';
import { type Delimiter, delimiters, parseBeginning } from './parse-csv.ts';

/** Where the names of the columns stand, and how sure that is: names we know count most. */
export interface Header {
  /** As a spreadsheet counts, from 1. */
  readonly headerRow: number;
  readonly score: number;
}

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
  const headers = delimiters.flatMap((delimiter) => {
    const header = findHeader(parseBeginning(text, delimiter, searchedRows));
    return header === undefined ? [] : [{ delimiter, ...header }];
  });
  const found = best(headers);
  return found && { delimiter: found.delimiter, headerRow: found.headerRow };
}

/** The header among the first rows of a table. */
export function findHeader(records: readonly (readonly string[])[]): Header | undefined {
  const beginning = records.slice(0, searchedRows);
  return best(byNames(beginning)) ?? best(byShape(beginning));
}

/** Reports put titles, dates and filters above their table. */
const searchedRows = 30;

/** A header of known names beats every header that only looks like one. */
const knownNames = 1000;

function byNames(records: readonly (readonly string[])[]): Header[] {
  return records
    .map((cells, index) => ({ headerRow: index + 1, score: knownFields(cells) }))
    .filter(({ score }) => score >= 2)
    .map((header) => ({ ...header, score: header.score + knownNames }));
}

function knownFields(cells: readonly string[]): number {
  return new Set(cells.map((cell) => fieldNamed(cell)?.field).filter((field) => field !== undefined)).size;
}

function byShape(records: readonly (readonly string[])[]): Header[] {
  const width = commonWidth(records);
  const headerRow = records.findIndex((cells) => cells.length === width && cells.every(isTitle)) + 1;
  return width > 1 && headerRow > 0 ? [{ headerRow, score: width }] : [];
}

function commonWidth(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0];
}

function isTitle(cell: string): boolean {
  const text = cell.trim();
  return text !== '' && !isAmount(text) && !isDate(text);
}

function best<Scored extends Header>(headers: readonly Scored[]): Scored | undefined {
  return headers.reduce<Scored | undefined>(
    (a, b) => (a === undefined || b.score > a.score ? b : a),
    undefined,
  );
}
