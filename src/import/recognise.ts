import type { Currency } from '../core/money.ts';
import type { NumberStyle } from './amounts.ts';
import { currencyIn } from './columns.ts';
import type { DateStyle } from './dates.ts';
import type { FileKind } from './kind.ts';
import { type Choice, mapColumns } from './map-columns.ts';
import type { Mapping } from './mapping.ts';
import { type Missing, missingAnswers } from './missing-answers.ts';
import { quote } from './reading.ts';
import { findStyles, type Styles } from './styles.ts';
import type { Column, Table, Written } from './table.ts';

/** What was understood of a file before anybody was asked, and what must be asked. */
export interface Recognised {
  readonly fileName: string;
  readonly kind: FileKind;
  readonly written: Written;
  /** The names of all columns, in order: what tells a later file of the same shape. */
  readonly header: readonly string[];
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

/** Looks at the columns of a file and at how they are written; `choice` is what a person said instead. */
export function recognise(table: Table, fileName: string, choice?: Choice): Recognised {
  const { kind, mapping, unmapped, notes } = mapColumns(table, fileName, choice);
  const { dates, numbers, floatTails } = findStyles(table, mapping);
  const sum = mapping.openAmount ?? mapping.amount ?? mapping.debit ?? mapping.creditLimit;
  const currency = numbers.currency ?? currencyIn(sum?.header ?? '');
  return {
    fileName,
    kind,
    written: table.written,
    header: table.columns.map(({ header }) => header),
    headerRow: table.headerRow,
    rowCount: table.rows.length,
    mapping,
    unmapped,
    dates,
    numbers,
    ...(currency === undefined ? {} : { suggestedCurrency: currency }),
    missing: missingAnswers({ kind, mapping, dates, numbers, suggestedCurrency: currency }),
    notes: [...table.notes, ...notes, ...identityNotes(mapping), ...floatTailNotes(floatTails, mapping)],
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
