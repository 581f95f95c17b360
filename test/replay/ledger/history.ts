import { parse } from 'csv-parse/sync';

/** One invoice of the file, as the world knows it; days as YYYY-MM-DD. */
export interface Invoice {
  readonly number: string;
  readonly customer: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  /** Absent: never paid, as far as the file tells. */
  readonly settledOn?: string;
  readonly cents: number;
}

/** Reads a history of receivables in IBM's shape: US dates, a settled date, no currency, no names. */
export function readHistory(bytes: Uint8Array): readonly Invoice[] {
  const rows = parse(Buffer.from(bytes), { columns: true, bom: true, trim: true }) as Readonly<
    Record<string, string>
  >[];
  return rows.map((row) => ({
    number: cell(row, 'invoiceNumber'),
    customer: cell(row, 'customerID'),
    issuedOn: day(cell(row, 'InvoiceDate')),
    dueOn: day(cell(row, 'DueDate')),
    cents: Math.round(Number(cell(row, 'InvoiceAmount')) * 100),
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
