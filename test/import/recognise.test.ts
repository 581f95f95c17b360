import { describe, expect, it } from 'vitest';
import { columnNames } from '../../src/import/column-names.ts';
import { fieldNamed } from '../../src/import/columns.ts';
import { csvBytes, type SampleEncoding } from '../support/samples/csv.ts';
import { cents, fileOf, read, usualFile, usualHeader, usualRow, recognise } from './support.ts';

describe('the encoding', () => {
  it.each<SampleEncoding>(['UTF-8', 'UTF-8 with BOM', 'UTF-16 LE', 'UTF-16 BE', 'Windows-1252'])(
    '%s is recognised and umlauts and euro signs survive it',
    (encoding) => {
      const lines = [usualHeader, usualRow({ name: 'Müller & Söhne “Süd”', amount: '€5.00' })];
      const bytes = csvBytes(lines, { delimiter: ',', encoding, lineEnd: '\n' });
      expect(recognise(bytes).written).toMatchObject({ encoding });
      expect(read(bytes).items[0]).toMatchObject({
        customerName: 'Müller & Söhne “Süd”',
        open: { amount: 500n },
      });
    },
  );
});

describe('the delimiter', () => {
  it.each([',', ';', '\t', '|'])('%j is recognised', (delimiter) => {
    const lines = [
      usualHeader,
      usualRow({ name: 'a,b;c\td|e', amount: '1,5' }),
      usualRow({ invoice: 'R-2', amount: '2,5' }),
    ];
    const bytes = csvBytes(lines, { delimiter, encoding: 'UTF-8', lineEnd: '\r\n' });
    expect(recognise(bytes, 'items.csv')).toMatchObject({ written: { delimiter }, rowCount: 2 });
    expect(cents(read(bytes).totals)).toBe(400n);
  });

  it('is not the decimal comma of a file whose column names are unknown', () => {
    expect(recognise(fileOf('foo;bar;baz', 'a;1,50;b', 'c;2,50;d')).written).toMatchObject({
      delimiter: ';',
    });
  });
});

describe('the header row', () => {
  it('is found below a title, a line for Excel and an empty line, and rows keep their numbers', () => {
    const bytes = fileOf(
      'sep=,',
      'Open items, all customers',
      '',
      usualHeader.join(','),
      usualRow({}).join(','),
      '',
      usualRow({ invoice: '' }).join(','),
    );
    expect(recognise(bytes, 'items.csv')).toMatchObject({ headerRow: 4, rowCount: 2 });
    expect(read(bytes).badRows).toMatchObject([{ row: 7, reason: 'invoice number is empty' }]);
  });

  it('is not a title that happens to be one of the names', () => {
    expect(recognise(fileOf('Customer', 'foo,bar', 'a,1', 'b,2'), 'items.csv').headerRow).toBe(2);
  });

  it('is the first full row of text when no name is known', () => {
    const recognised = recognise(fileOf('foo,bar', 'a,1', 'b,2'), 'items.csv');
    expect(recognised).toMatchObject({ headerRow: 1, mapping: {} });
    expect(recognised.missing.map(({ answer }) => answer)).toEqual([
      'invoiceNumber',
      'customer',
      'issuedOn',
      'dueOn',
      'amount',
      'currency',
    ]);
  });
});

describe('columns', () => {
  it('have no name that stands for two fields', () => {
    for (const [field, { certain, likely }] of Object.entries(columnNames)) {
      for (const name of `${certain} ${likely}`.trim().split(/\s+/))
        expect([name, fieldNamed(name)?.field]).toEqual([name, field]);
    }
  });

  it.each([
    ['Rechnungs-Nr.', 'invoiceNumber'],
    ['Kundennummer', 'customerNumber'],
    ['Kundenname', 'customerName'],
    ['Belegdatum', 'issuedOn'],
    ['Fälligkeitsdatum', 'dueOn'],
    ['Fa\u0308llig am', 'dueOn'],
    ['FAELLIGKEIT', 'dueOn'],
    ['Betrag (EUR)', 'amount'],
    ['Währung', 'currency'],
    ['Offener Betrag', 'openAmount'],
    ['AmountDue', 'openAmount'],
    ['invoice_amount_usd', 'amount'],
    ['Invoice #', 'invoiceNumber'],
    ['E-Mail', 'contactEmail'],
    ['Land', 'country'],
    ['P.O. Number', 'purchaseOrder'],
    ['Dunned up to', 'dunnedUpTo'],
  ])('"%s" is %s', (header, field) => expect(fieldNamed(header)?.field).toBe(field));

  it.each(['', 'clear_date', 'buisness_year', 'Mahnstufe', 'EUR', 'All'])(
    '"%s" is nothing we know',
    (header) => {
      expect(fieldNamed(header)).toBeUndefined();
    },
  );

  it('of a German file are all found', () => {
    const bytes = csvBytes(
      [
        [
          'Rechnungsnummer',
          'Debitor',
          'Firma',
          'Belegdatum',
          'Fälligkeit',
          'Rechnungsbetrag',
          'Offener Betrag',
          'Währung',
          'Ansprechpartner',
        ],
        [
          'RE-1',
          '10001',
          'Lagerhaus Nord GmbH',
          '05.01.2026',
          '04.02.2026',
          '1.234,50',
          '234,50',
          'EUR',
          'Frau Öz',
        ],
      ],
      { delimiter: ';', encoding: 'Windows-1252', lineEnd: '\r\n' },
    );
    expect(recognise(bytes, 'op.csv').missing).toEqual([]);
    expect(read(bytes).items[0]).toMatchObject({
      customerName: 'Lagerhaus Nord GmbH',
      dueOn: '2026-02-04',
      total: { amount: 123_450n, currency: 'EUR' },
      open: { amount: 23_450n, currency: 'EUR' },
      details: { contactName: 'Frau Öz' },
    });
  });

  it('with a certain name win over likely ones', () => {
    const { mapping } = recognise(
      fileOf('Date,Invoice date,Number,Amount', '2026-01-01,2026-01-05,R-1,5'),
      'items.csv',
    );
    expect(mapping.issuedOn).toEqual({ column: 1, header: 'Invoice date', confidence: 'certain' });
    expect(mapping.invoiceNumber).toEqual({ column: 2, header: 'Number', confidence: 'likely' });
  });

  it('of the same name twice are only likely', () => {
    const { mapping, unmapped } = recognise(fileOf('Invoice number,Amount,Amount', 'R-1,5,6'), 'items.csv');
    expect(mapping.amount).toMatchObject({ column: 1, confidence: 'likely' });
    expect(unmapped).toEqual([{ index: 2, header: 'Amount' }]);
  });

  it('without a single value are left out, and it is said', () => {
    const { mapping, notes } = recognise(
      fileOf('Invoice number,Amount,Open amount', 'R-1,5,', 'R-2,6,'),
      'items.csv',
    );
    expect(mapping.openAmount).toBeUndefined();
    expect(notes).toEqual(['Column "Open amount" holds no values, so it is left out.']);
  });

  it('that hold something else than their name says are left out aloud', () => {
    const { mapping, notes } = recognise(
      fileOf('Invoice number,Amount,Due date', 'R-1,5,30 days', 'R-2,6,net'),
      'items.csv',
    );
    expect(mapping.dueOn).toBeUndefined();
    expect(notes).toEqual(['Column "Due date" holds no dates ("30 days"), so it is left out.']);
  });
});

describe('what is asked', () => {
  const answers = (bytes: Uint8Array): unknown[] =>
    recognise(bytes, 'items.csv').missing.map(({ answer, suggestion }) =>
      suggestion === undefined ? answer : [answer, suggestion],
    );

  it('is nothing when everything is there', () => expect(answers(usualFile(usualRow({})))).toEqual([]));

  it('is the order of dates that can be read in two ways', () => {
    expect(answers(usualFile(usualRow({ issued: '01/02/2026', due: '03/04/2026' })))).toEqual(['dateOrder']);
    expect(answers(usualFile(usualRow({ issued: '01/02/2026', due: '13/04/2026' })))).toEqual([]);
  });

  it('suggests the day first where the decimal mark is a comma', () => {
    expect(answers(usualFile(usualRow({ issued: '01/02/2026', due: '03/04/2026', amount: '1,50' })))).toEqual(
      [['dateOrder', 'DMY']],
    );
  });

  it('is the decimal mark of amounts that can be read in two ways', () => {
    expect(answers(usualFile(usualRow({ amount: '1.234' })))).toEqual(['decimal']);
  });

  it('is the currency, with what the amounts or their column hint at', () => {
    const withoutCurrency = (header: string, amount: string): Uint8Array =>
      csvBytes([
        [...usualHeader.slice(0, 5), header],
        [...usualRow({}).slice(0, 5), amount],
      ]);
    expect(answers(withoutCurrency('Amount', '5'))).toEqual(['currency']);
    expect(answers(withoutCurrency('Amount', '5 €'))).toEqual([['currency', 'EUR']]);
    expect(answers(withoutCurrency('Amount (CHF)', '5'))).toEqual([['currency', 'CHF']]);
  });
});
