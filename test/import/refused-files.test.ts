import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/core/error.ts';
import { maxFileBytes } from '../../src/import/other-formats.ts';
import { encode } from '../support/samples/csv.ts';
import { openTable } from '../../src/import/open-table.ts';
import { fileOf } from './support.ts';

async function refusal(bytes: Uint8Array, fileName = 'items.csv'): Promise<string> {
  try {
    await openTable(bytes, fileName);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid') return error.message;
    throw error;
  }
  return 'not refused';
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

describe('a file that cannot be read', () => {
  it.each([
    ['a damaged archive', 'PK\x03\x04\x14\0\x06\0', /is a damaged archive. Export it again/],
    ['an old Excel workbook', '\xd0\xcf\x11\xe0\xa1\xb1', /of before 2007; .*"Excel Workbook \(\.xlsx\)"/],
    [
      'a workbook with a password',
      '\xd0\xcf\x11\xe0E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0',
      /is a workbook with a password; .*take the password off/,
    ],
    ['a PDF', '%PDF-1.7\n', /is a PDF; only Excel workbooks \(\.xlsx\) and text files \(\.csv\) can be read/],
    ['a gzip archive', '\x1f\x8b\x08', /Unpack it/],
    ['a bank statement', '<?xml version="1.0"?><Document>', /is an XML file \(a bank statement\?\)/],
    ['a bank statement behind a byte order mark', '\xef\xbb\xbf<?xml version="1.0"?>', /is an XML file/],
    ['a web page that calls itself Excel', '\r\n<html><table>', /is a web page or an XML file/],
    ['a picture', '\x89PNG\r\n', /is a picture/],
    ['anything else binary', 'ab\0\x01\x02\x03cd', /is not a text file/],
    ['UTF-16 that does not say so', 'a\0,\0b\0\n\0', /UTF-16 without its byte order mark/],
  ])('is named for what it is: %s', async (_, start, message) =>
    expect(await refusal(bytesOf(start))).toMatch(message),
  );

  it('is named by its own name', async () =>
    expect(await refusal(bytesOf('%PDF'), 'March.csv')).toMatch(/^March\.csv is a PDF/));

  it('is empty', async () => {
    expect(await refusal(new Uint8Array())).toMatch(/is empty. Export it again/);
    expect(await refusal(fileOf('', '  ', ''))).toMatch(/no header row/);
  });

  it('is too large', async () =>
    expect(await refusal(new Uint8Array(maxFileBytes + 1))).toMatch(/has 20 MB, more than the 20 MB/));

  it('has no header row', async () => {
    expect(await refusal(fileOf('R-1,C-1,2026-01-05,100.00', 'R-2,C-1,2026-01-05,100.00'))).toMatch(
      /no header row.*"Due date"/,
    );
    expect(await refusal(fileOf('just some text', 'and more of it'))).toMatch(/no header row/);
  });

  it('has nothing below its header', async () => {
    expect(await refusal(fileOf('Invoice number,Amount', ',', ''))).toMatch(/in row 1 and no rows below it/);
  });

  it('has a quotation mark without a partner; the row is named', async () => {
    expect(await refusal(fileOf('Invoice number,Amount', 'R-1,1', '"R-2,2', 'R-3,3'))).toMatch(
      /^Row 3: a quotation mark has no partner/,
    );
  });

  it('has hundreds of columns', async () => {
    const header = [
      'Invoice number',
      'Amount',
      ...Array.from({ length: 300 }, (_, index) => `x${index}`),
    ].join(',');
    expect(await refusal(fileOf(header, 'R-1,1'))).toMatch(/has 302 columns, more than the 200/);
  });

  it('is not one that begins with a byte order mark of UTF-16', async () => {
    expect(await refusal(encode('Invoice number,Amount\nR-1,1\n', 'UTF-16 LE'))).toBe('not refused');
  });
});
