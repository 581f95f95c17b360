import { describe, expect, it } from 'vitest';
import { badRowsCsv } from '../../src/import/bad-rows.ts';
import { csvBytes } from '../support/samples/csv.ts';
import { cents, fileOf, read, reasons, usualFile, usualHeader, usualRow } from './support.ts';

const good = usualRow({ invoice: 'GOOD', amount: '7.00' });

describe('a bad row', () => {
  it.each([
    [{ due: '31/02/2026' }, 'due date "31/02/2026" does not exist'],
    [{ issued: '' }, 'issue date is empty'],
    [{ amount: '4k' }, 'amount "4k" is not a number with decimal point'],
    [{ amount: '0.00' }, 'amount "0.00" is zero'],
    [{ amount: '' }, 'amount is empty'],
    [{ invoice: ' ' }, 'invoice number is empty'],
    [{ number: '' }, 'customer number is empty'],
    [{ currency: 'EURO' }, 'currency "EURO" is no ISO 4217 code'],
    [{ currency: '' }, 'currency is empty'],
    [{ name: 'Ac\u0000me' }, 'customer name "Ac\uFFFDme" contains a control character'],
    [{ name: 'Ac\u0007me' }, 'customer name "Ac\uFFFDme" contains a control character'],
    [{ name: 'Ac\u202Eme' }, 'customer name "Ac\uFFFDme" contains a control character'],
    [{ name: 'x'.repeat(201) }, `customer name "${'x'.repeat(57)}…" is longer than 200 characters`],
    [{ invoice: '9'.repeat(65) }, `invoice number "${'9'.repeat(57)}…" is longer than 64 characters`],
    [
      { invoice: '1.93E+09' },
      'invoice number "1.93E+09" lost its digits in a spreadsheet; format the column as text',
    ],
  ])('%j is named with its reason, and the others are read', (fault, reason) => {
    const result = read(usualFile(good, usualRow(fault), usualRow({ invoice: 'GOOD2' })));
    expect(reasons(result)).toEqual([`Row 3: ${reason}`]);
    expect(result.items.map(({ invoiceNumber }) => invoiceNumber)).toEqual(['GOOD', 'GOOD2']);
  });

  it('names all its faults, and column and value of the first', () => {
    const { badRows } = read(usualFile(good, usualRow({ due: 'soon', amount: 'much' })));
    expect(badRows).toMatchObject([
      {
        row: 3,
        column: 'Due date',
        value: 'soon',
        reason: 'due date "soon" is not a date; amount "much" is not a number with decimal point',
      },
    ]);
  });

  it('has too many or too few cells', () => {
    const result = read(fileOf(usualHeader.join(','), good.join(','), `${good.join(',')},more`, 'R-1,C-1'));
    expect(reasons(result)).toEqual([
      'Row 3: the row has 8 cells instead of 7',
      'Row 4: the row has 2 cells instead of 7',
    ]);
  });

  it('is not one with empty cells too many', () => {
    expect(read(fileOf(usualHeader.join(','), `${good.join(',')},,,`)).badRows).toEqual([]);
  });

  it('is the one whose quotation mark takes in the rows below', () => {
    const swallowing =
      '"R-2,C-1,Acme,2026-01-05,2026-02-04,1.00,EUR\nR-3,C-1,Acme",C-1,Acme,2026-01-05,2026-02-04,1.00,EUR';
    const result = read(
      fileOf(usualHeader.join(','), good.join(','), swallowing, usualRow({ invoice: 'R-4' }).join(',')),
    );
    expect(reasons(result)).toEqual(['Row 3: a quotation mark that is not closed takes in the rows below']);
  });

  it('is not one with a line break inside a name', () => {
    expect(read(usualFile(usualRow({ name: 'Acme\nHolding' }))).items[0]?.customerName).toBe('Acme Holding');
  });

  it('is not one with quotation marks in the middle of a name', () => {
    const named = (name: string): string => usualRow({ name, invoice: name }).join(',');
    const result = read(
      fileOf(usualHeader.join(','), named('Pipes 12" Ltd'), named('"Best" Foods'), good.join(',')),
    );
    expect(result.items.map(({ customerName }) => customerName)).toEqual([
      'Pipes 12" Ltd',
      '"Best" Foods',
      'Acme',
    ]);
  });

  it('is not an empty row', () => {
    expect(read(fileOf(usualHeader.join(','), '', good.join(','), ',,,,,,', '  ')).badRows).toEqual([]);
  });
});

describe('the file of bad rows', () => {
  const bad = [
    usualRow({ invoice: 'R-2', name: 'Müller, "Söhne"', due: '31/02/2026' }),
    usualRow({ invoice: 'R-3', name: '=HYPERLINK("http://x")', amount: '1e5' }),
    usualRow({ invoice: '@R-4', name: '+cmd|x', amount: 'much' }),
  ];
  const file = read(usualFile(good, ...bad));
  const text = new TextDecoder().decode(badRowsCsv(file));

  it('begins with a byte order mark and the names of its columns', () => {
    expect([...badRowsCsv(file).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text.split('\r\n')[0]).toBe(`Row in the file,Reason,${usualHeader.join(',')}`);
  });

  it('has the rows as they were, with number and reason', () => {
    expect(text.split('\r\n')[1]).toBe(
      '3,"due date ""31/02/2026"" does not exist",R-2,C-1,"Müller, ""Söhne""",2026-01-05,31/02/2026,100.00,EUR',
    );
  });

  it('has nothing that a spreadsheet would run', () => {
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(text).toContain("'@R-4,");
    expect(text).toContain("'+cmd|x,");
    expect(text).not.toMatch(/(^|,)"?[=+@]/m);
  });

  it('leaves negative numbers alone', () => {
    const { badRows, ...rest } = read(usualFile(good, usualRow({ invoice: '', amount: '-5.00' })));
    expect(new TextDecoder().decode(badRowsCsv({ badRows, ...rest }))).toContain(',-5.00,');
  });

  it('can be mended and sent again', () => {
    const mended = text
      .replace('31/02/2026,', '28/02/2026,')
      .replace(/1e5|much/g, '1.00')
      .replace(/""31.*?""/, '');
    const again = read(new TextEncoder().encode(mended));
    expect(reasons(again)).toEqual([]);
    expect(again.items.map(({ invoiceNumber }) => invoiceNumber)).toEqual(['R-2', 'R-3', '@R-4']);
    expect(again.items[1]?.customerName).toBe('=HYPERLINK("http://x")');
    expect(cents(again.totals)).toBe(10_200n);
  });

  it('is written with the delimiter of the file it came from', () => {
    const semicolons = csvBytes([usualHeader, good, usualRow({ due: '' })], {
      delimiter: ';',
      encoding: 'UTF-8',
      lineEnd: '\n',
    });
    expect(new TextDecoder().decode(badRowsCsv(read(semicolons)))).toContain('3;due date is empty;R-1;C-1;');
  });

  it('keeps the surplus cells of a row that had too many', () => {
    const ragged = read(fileOf(usualHeader.join(','), `${good.join(',')},more`));
    expect(new TextDecoder().decode(badRowsCsv(ragged))).toContain('EUR,more\r\n');
  });
});
