import { parse } from 'csv-parse/sync';

/** One invoice of the file, as the world knows it; days as YYYY-MM-DD. */
export interface Invoice {
  readonly number: string;
  readonly customer: string;
  /** Of the customer: ISO 3166-1. */
  readonly country: string;
  readonly currency: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  /** Absent: never paid, as far as the file tells. */
  readonly settledOn?: string;
  readonly cents: number;
  /** What came in, or was credited, before the rest was settled; in order. */
  readonly partly: readonly { readonly on: string; readonly cents: number }[];
}

/** What of an invoice is open by books that are kept through a day, in cents; nothing before it is issued. */
export function openOn({ issuedOn, settledOn, cents, partly }: Invoice, through: string): number {
  if (through < issuedOn || (settledOn !== undefined && settledOn <= through)) return 0;
  return partly.reduce((open, part) => (part.on <= through ? open - part.cents : open), cents);
}

/** What came in for it after a day, up to another one. */
export function paidBetween(invoice: Invoice, after: string, through: string): number {
  const known = invoice.issuedOn > after ? invoice.cents : openOn(invoice, after);
  return invoice.issuedOn > through ? 0 : known - openOn(invoice, through);
}

/** Reads a history of receivables in IBM's shape: US dates, a settled date, no currency, no names. */
export function readHistory(bytes: Uint8Array): readonly Invoice[] {
  const rows = parse(Buffer.from(bytes), { columns: true, bom: true, trim: true }) as Readonly<
    Record<string, string>
  >[];
  return rows.map((row) => ({
    number: cell(row, 'invoiceNumber'),
    customer: cell(row, 'customerID'),
    country: 'US',
    currency: 'USD',
    issuedOn: day(cell(row, 'InvoiceDate')),
    dueOn: day(cell(row, 'DueDate')),
    cents: Math.round(Number(cell(row, 'InvoiceAmount')) * 100),
    partly: [],
    ...(row['SettledDate'] ? { settledOn: day(row['SettledDate']) } : {}),
  }));
}

function cell(row: Readonly<Record<string, string>>, column: string): string {
  const text = row[column];
  if (text === undefined || text === '')
    throw new Error(`a row of the file has no ${column}: ${JSON.stringify(row)}`);
  return text;
}

/** 1/2/2013 as 2013-01-02. */
function day(american: string): string {
  const [, month = '', date = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(american) ?? [];
  if (year === '') throw new Error(`"${american}" is no date of the form month/day/year`);
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}
