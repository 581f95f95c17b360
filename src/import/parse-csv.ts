import { CsvError, parse } from 'csv-parse/sync';
import { DomainError } from '../core/error.ts';

export type Delimiter = ',' | ';' | '\t' | '|';

export const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];

/**
 * All records, empty ones too, so that the n-th record is the n-th row of a spreadsheet. Records may differ in
 * length; what that means is for the reader of the rows to say. Throws `invalid` for a quotation mark without its
 * partner.
 */
export function parseCsv(text: string, delimiter: Delimiter, firstRecords?: number): string[][] {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      ...(firstRecords === undefined ? {} : { to: firstRecords }),
    });
  } catch (error) {
    if (error instanceof CsvError)
      throw new DomainError('invalid', withoutPartner(Number(error['records']) + 1));
    throw error;
  }
}

function withoutPartner(row: number): string {
  return `Row ${row}: a quotation mark has no partner, so the rest of the file cannot be read. Close or remove it and send the file again.`;
}
