import type { Currency } from '../core/money.ts';
import type { NumberStyle } from './amounts.ts';
import { currencyIn } from './columns.ts';
import type { DateStyle } from './dates.ts';
import type { Encoding } from './decode-text.ts';
import { type Mapping, mapColumns } from './map-columns.ts';
import { type Missing, missingAnswers } from './missing-answers.ts';
import type { Delimiter } from './parse-csv.ts';
import { quote } from './reading.ts';
import { findStyles, type Styles } from './styles.ts';
import { type Column, readTable } from './table.ts';

/** What was understood of a file before anybody was asked, and what must be asked. */
export interface Recognised {
  readonly fileName: string;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** As a spreadsheet counts, from 1. */
  readonly headerRow: number;
  /** Filled rows below the header. */
  readonly rowCount: number;
  readonly mapping: Mapping;
  readonly unmapped: readonly Column[];
  readonly dates: DateStyle;
  readonly numbers: NumberStyle;
  /** What the headers or the amounts hint at; it is asked all the same. */
  readonly suggestedCurrency?: Currency;
  readonly missing: readonly Missing[];
  /** Sentences for the person who imports. */
  readonly notes: readonly string[];
}

/** Looks at an open-items CSV file. Throws `invalid`, with the way out, for what is none. */
export function recognise(bytes: Uint8Array, fileName: string): Recognised {
  const table = readTable(bytes, fileName);
  const { mapping, unmapped, notes } = mapColumns(table);
  const { dates, numbers, floatTails } = findStyles(table, mapping);
  const currency = numbers.currency ?? currencyIn((mapping.openAmount ?? mapping.amount)?.header ?? '');
  return {
    fileName,
    encoding: table.encoding,
    delimiter: table.delimiter,
    headerRow: table.headerRow,
    rowCount: table.rows.length,
    mapping,
    unmapped,
    dates,
    numbers,
    ...(currency === undefined ? {} : { suggestedCurrency: currency }),
    missing: missingAnswers({ mapping, dates, numbers, suggestedCurrency: currency }),
    notes: [...notes, ...identityNotes(mapping), ...floatTailNotes(floatTails, mapping)],
  };
}

function identityNotes({ customerNumber, customerName }: Mapping): string[] {
  if (customerNumber !== undefined && customerName === undefined)
    return ['No customer names: the number stands in for the name.'];
  if (customerNumber === undefined && customerName !== undefined) {
    return ['No customer numbers: every spelling of a name is a customer of its own.'];
  }
  return [];
}

function floatTailNotes(floatTails: Styles['floatTails'], mapping: Mapping): string[] {
  return floatTails
    .map((field) => mapping[field]?.header ?? '')
    .map((header) => `Numbers in column ${quote(header)} all end in ".0"; the tail is cut off.`);
}
