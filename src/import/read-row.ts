import type { BusinessDate } from '../core/calendar/business-date.ts';
import { type BadRow, badRow } from './bad-rows.ts';
import { readDay } from './dates.ts';
import { type Details, type LeftOut, readDetails } from './details.ts';
import { quote, type Reading } from './reading.ts';
import { readSums, type Sums } from './read-sums.ts';
import { brokenShape, cellsOf, type RowCells, type RowReading } from './row-cells.ts';
import type { TableRow } from './table.ts';
import { maxTextLength, readNumber, readText } from './texts.ts';

/** One invoice or credit note of the file. */
export interface OpenItem {
  /** As a spreadsheet counts: the file's first line is row 1. */
  readonly row: number;
  readonly kind: Sums['kind'];
  readonly customerNumber: string;
  /** As this row spells it. */
  readonly customerName: string;
  readonly invoiceNumber: string;
  readonly issuedOn: BusinessDate;
  readonly dueOn: BusinessDate;
  /** The document's sum; negative for a credit note. The same as `open` when the file has one amount only. */
  readonly total: Sums['total'];
  /** What of it is open; negative for a credit note. */
  readonly open: Sums['open'];
  /** Files that are histories say when a document was settled. */
  readonly settledOn?: BusinessDate;
  readonly details: Details;
}

export interface GoodRow {
  readonly source: TableRow;
  readonly item: OpenItem;
  readonly leftOut: readonly LeftOut[];
  /** A sum in it had more decimals than its currency. */
  readonly rounded: boolean;
}

/** Reads one row; a bad one is answered with all that is wrong with it. */
export function readRow(source: TableRow, file: RowReading): GoodRow | BadRow {
  const broken = brokenShape(source, file);
  if (broken !== undefined) return badRow(source, [{ column: '', value: '', reason: broken }]);
  const cells = cellsOf(source, file);
  cells.take('status', readStatus(cells.textOf('status')));
  const identity = readIdentity(cells);
  const days = readDays(cells);
  const sums = readSums(cells);
  if (identity === undefined || days === undefined || sums === undefined || cells.faults.length > 0)
    return badRow(source, cells.faults);
  const { rounded, ...amounts } = sums;
  const { details, leftOut } = readDetails(cells.textOf);
  return { source, item: { row: source.row, ...identity, ...days, ...amounts, details }, leftOut, rounded };
}

/** A draft asks nobody for money yet, and a voided document asks no more. */
function readStatus(text: string): Reading<string> {
  return /^(?:draft|void|voided|deleted|cancel|canceled|cancelled|entwurf|storniert)$/i.test(text)
    ? { reason: `status ${quote(text)}: nothing is owed by such a document` }
    : { value: text };
}

type Identity = Pick<OpenItem, 'customerNumber' | 'customerName' | 'invoiceNumber'>;

/** Number and name of the customer stand in for each other where the file has only one of them. */
function readIdentity({ file, textOf, take }: RowCells): Identity | undefined {
  const { mapping, floatTails } = file;
  const numberOf = (field: 'invoiceNumber' | 'customerNumber', name: string): string | undefined =>
    take(field, readNumber(textOf(field), floatTails.includes(field), name));
  const invoiceNumber = numberOf('invoiceNumber', 'invoice number');
  const number = mapping.customerNumber && numberOf('customerNumber', 'customer number');
  const nameGiven = textOf('customerName') !== '' || mapping.customerNumber === undefined;
  const name = nameGiven
    ? take('customerName', readText(textOf('customerName'), maxTextLength, 'customer name'))
    : number;
  const customerNumber = mapping.customerNumber ? number : name;
  if (invoiceNumber === undefined || customerNumber === undefined || name === undefined) return undefined;
  return { customerNumber, customerName: name, invoiceNumber };
}

type Days = Pick<OpenItem, 'issuedOn' | 'dueOn' | 'settledOn'>;

function readDays({ file, textOf, take }: RowCells): Days | undefined {
  const dayOf = (field: 'issuedOn' | 'dueOn' | 'settledOn', name: string): BusinessDate | undefined =>
    take(field, readDay(textOf(field), file.dateOrder, name));
  const issuedOn = dayOf('issuedOn', 'issue date');
  const dueOn = dayOf('dueOn', 'due date');
  if (textOf('settledOn') === '') return issuedOn && dueOn && { issuedOn, dueOn };
  const settledOn = dayOf('settledOn', 'settled date');
  return issuedOn && dueOn && settledOn && { issuedOn, dueOn, settledOn };
}
