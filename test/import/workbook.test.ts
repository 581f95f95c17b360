import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import { openTable } from '../../src/import/open-table.ts';
import { type OpenItems, readOpenItems } from '../../src/import/read-open-items.ts';
import { recognise } from '../../src/import/recognise.ts';
import { sheetNumber } from '../../src/import/sheet-number.ts';
import { csvBytes } from '../support/samples/csv.ts';
import { refusalOf } from '../support/refusal.ts';
import { type Cell, workbook } from '../support/samples/workbook.ts';
import { cents, reasons } from './support.ts';

const header = [
  'Invoice number',
  'Customer number',
  'Customer name',
  'Invoice date',
  'Due date',
  'Amount',
  'Currency',
];
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

function row(invoice: Cell, amount: Cell, due: Cell = day('2026-04-24')): Cell[] {
  return [invoice, 'C-1', 'Müller', day('2026-03-25'), due, amount, 'EUR'];
}

async function read(bytes: Uint8Array, sheet?: string): Promise<OpenItems> {
  const table = await openTable(bytes, 'items.xlsx', sheet);
  const { mapping } = recognise(table, 'items.xlsx');
  return readOpenItems(table, { mapping, asOf: businessDate('2099-12-31') });
}

/** The workbook with its XML changed, as other programs would have written it. */
function changed(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  return zipSync({ ...files, [path]: strToU8(change(strFromU8(files[path] ?? new Uint8Array()))) });
}

describe('a workbook', () => {
  it('is read like a text file: titles above, a sum below, days and numbers as cells', async () => {
    const bytes = await workbook({
      'Open items': [
        ['Open items of all customers'],
        [],
        header,
        row('R-1', 1234.567, day('2024-02-29')),
        row(4711, 0.285),
        row('R-3', 'n/a'),
        [null, null, null, null, null, 1234.85, null],
      ],
    });
    const file = await read(bytes);
    expect(file.items.map(({ invoiceNumber, dueOn, open }) => [invoiceNumber, dueOn, open.amount])).toEqual([
      ['R-1', '2024-02-29', 123_457n],
      ['4711', '2026-04-24', 29n],
    ]);
    expect(reasons(file)).toEqual(['Row 6: amount "n/a" is not a number with decimal point']);
  });

  it('says which sheet was read, and reads another one when told', async () => {
    const bytes = await workbook({
      Notes: [
        ['Kind', 'Meaning'],
        ['a', 'b'],
        ['c', 'd'],
      ],
      March: [header, row('R-1', 1)],
      April: [header, row('R-2', 2), row('R-3', 3)],
    });
    const { written } = await openTable(bytes, 'items.xlsx');
    expect(written).toEqual({ kind: 'workbook', sheet: 'April', sheets: ['Notes', 'March', 'April'] });
    expect((await read(bytes, 'March')).items).toMatchObject([{ invoiceNumber: 'R-1' }]);
    expect(await refusalOf(read(bytes, 'May'))).toContain('no header row');
  });

  it('counts days from 1904 where it says so', async () => {
    const bytes = await workbook({ A: [header, row('R-1', 1, day('2024-02-29'))] });
    const from1904 = changed(bytes, 'xl/workbook.xml', (xml) =>
      xml.includes('<workbookPr')
        ? xml.replace('<workbookPr', '<workbookPr date1904="1"')
        : xml.replace(/<workbook[^>]*>/, '$&<workbookPr date1904="1"/>'),
    );
    expect((await read(from1904)).items).toMatchObject([{ dueOn: '2028-03-01' }]);
  });

  it('gives the values that its formulas had when it was saved; without them the row is bad', async () => {
    const bytes = await workbook({ A: [header, row('R-1', 12.5), row('R-2', 99)] });
    const sheet = 'xl/worksheets/sheet1.xml';
    const withFormulas = changed(bytes, sheet, (xml) =>
      xml.replace('<v>12.5</v>', '<f>SUM(A1:A2)</f><v>12.5</v>').replace('<v>99</v>', '<f>SUM(A1)</f>'),
    );
    const file = await read(withFormulas);
    expect(cents(file.totals)).toBe(1_250n);
    expect(reasons(file)).toEqual(['Row 3: amount is empty']);
  });

  it('keeps the numbers of texts as they are written, and asks when those can be read in two ways', async () => {
    const bytes = await workbook({ A: [header, row('R-1', '1.234'), row('R-2', '5.678')] });
    const table = await openTable(bytes, 'items.xlsx');
    expect(recognise(table, 'items.xlsx').missing.map(({ answer }) => answer)).toEqual(['decimal']);
  });
});

describe('an archive that is no workbook', () => {
  it.each([
    ['content.xml', /is an OpenDocument file. .*"Excel \(.xlsx\)"/],
    ['xl/workbook.bin', /is a binary Excel workbook/],
    ['word/document.xml', /is a text document/],
    ['picture.png', /is a ZIP archive without a workbook/],
  ])('is named for what it is: %s', async (name, message) => {
    const bytes = zipSync({ [name]: strToU8('x') });
    expect(await refusalOf(openTable(bytes, 'items.ods'))).toMatch(message);
  });

  it('is not unpacked when it would fill the memory', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(250 * 1024 * 1024) });
    expect(await refusalOf(openTable(bomb, 'items.xlsx'))).toContain('is too large to be unpacked');
  });

  it('is damaged', async () => {
    const bytes = zipSync({ 'xl/workbook.xml': strToU8('not xml') });
    expect(await refusalOf(openTable(bytes, 'items.xlsx'))).toContain('is a damaged Excel workbook');
  });
});

describe('the digits of a cell', () => {
  it.each([
    ['2309.7899999999995', '2309.79'],
    ['0.28499999999999998', '0.2850'],
    ['1.5E-3', '0.0015'],
    ['1.2E+5', '120000'],
    ['-3.5', '-3.5'],
    ['1930676042', '1930676042'],
  ])('%s are read as %s', (digits, text) => expect(sheetNumber(digits)).toBe(text));

  it('come back to the cent whatever sum was put in', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (minor) => {
        const text = sheetNumber(String(minor / 100));
        expect(Math.round(Number(text) * 100)).toBe(minor === 0 ? 0 : minor);
        expect(text).toMatch(/^-?\d+(?:\.\d{1,2})?$/);
      }),
    );
  });
});

describe('the same rows', () => {
  const item = fc.record({
    invoice: fc.integer({ min: 1, max: 9_999_999 }),
    cents: fc.integer({ min: 1, max: 99_999_999 }),
    due: fc.integer({ min: 0, max: 3_000 }),
  });
  const facts = ({ items }: OpenItems): unknown =>
    items.map(({ invoiceNumber, dueOn, open }) => [invoiceNumber, dueOn, open.amount]);

  it('are read from a workbook as from a text file', async () => {
    const rows = fc.uniqueArray(item, { minLength: 1, maxLength: 8, selector: ({ invoice }) => invoice });
    await fc.assert(
      fc.asyncProperty(rows, async (list) => {
        const dueOf = (due: number): Date => new Date(Date.UTC(2020, 0, 1 + due));
        const cells = list.map(({ invoice, cents: minor, due }) => row(invoice, minor / 100, dueOf(due)));
        const texts = cells.map((line) =>
          line.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell))),
        );
        const fromBook = await read(await workbook({ A: [header, ...cells] }));
        expect(facts(fromBook)).toEqual(facts(await read(csvBytes([header, ...texts]))));
        expect(fromBook.badRows).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
