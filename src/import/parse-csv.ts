import { CsvError, parse } from 'csv-parse/sync';
import { DomainError } from '../core/error.ts';

export type Delimiter = ',' | ';' | '\t' | '|';

export const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];

/**
 * All records, empty ones too, so that the n-th record is the n-th row of a spreadsheet. Records may differ in
 * length; what that means is for the reader of the rows to say. Throws `invalid` for a quotation mark without its
 * partner.
 */
export function parseCsv(text: string, delimiter: Delimiter): string[][] {
  try {
    return parse(text, { ...tolerant, delimiter });
  } catch (error) {
    if (error instanceof CsvError)
      throw new DomainError('invalid', withoutPartner(Number(error['records']) + 1));
    throw error;
  }
}

/** The first records, or as many as can be read: under a wrong delimiter quotation marks stand anywhere. */
export function parseBeginning(text: string, delimiter: Delimiter, count: number): string[][] {
  const records: string[][] = [];
  const keep = (record: string[]): null => {
    records.push(record);
    return null;
  };
  try {
    parse(text, { ...tolerant, delimiter, to: count, on_record: keep });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  return records;
}

/** Blanks behind a cell stay: csv-parse gives up on `"Best" Foods` when it is to trim those too. */
const tolerant = {
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
  ltrim: true,
};

function withoutPartner(row: number): string {
  return `Row ${row}: a quotation mark has no partner, so the rest of the file cannot be read. Close or remove it and send the file again.`;
}
