import { describe, expect, test } from 'vitest';
import { readCamt } from '../../../src/import/bank/camt.ts';
import { camtFile, camtStatement } from '../../support/samples/camt.ts';

const read = (name: string) => readCamt(camtFile(name), name);
const own = (text: string) => readCamt(text, 'own.xml').statements[0]!;
const day = { id: 'S1', from: '2026-11-02', to: '2026-11-02' };

describe('a statement of a bank', () => {
  test('in version 02 is read with its payer and remittance', () => {
    const { format, statements } = read('camt053.v2.minimal.xml');
    expect(format).toBe('camt.053 v2');
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({ id: '253EURNL26VAYB8060476890', account: 'NL26VAYB8060476890' });
    expect(statements[0]!.lines).toMatchObject([
      {
        direction: 'in',
        reversal: false,
        amount: { amount: 885n, currency: 'EUR' },
        bookedOn: '2014-12-31',
        valuedOn: '2015-01-02',
        name: 'NAME NAME',
        iban: 'NL56AGDH9619008421',
      },
    ]);
  });

  test('whose balances are in several currencies is named as one that cannot be checked, and covers nothing', () => {
    const [statement] = read('camt053.v2.minimal.xml').statements;
    expect(statement!.faults).toEqual([
      'statement 253EURNL26VAYB8060476890 opens with €18.15 and has -SEK\u00A027.00: it cannot be checked',
    ]);
    expect(statement!.covers).toBeUndefined();
  });

  test('of several accounts’ days is read statement by statement, and adds up', () => {
    const { statements } = read('camt053.v2.multi.statement.xml');
    expect(statements.map(({ id, faults }) => ({ id, faults }))).toEqual([
      { id: '253EURNL26VAYB8060476890', faults: [] },
      { id: '254EURNL26VAYB8060476890', faults: [] },
    ]);
    expect(statements.flatMap(({ lines }) => lines)).toMatchObject([
      {
        direction: 'in',
        amount: { amount: 885n },
        endToEndId: '000000001',
        remittance: 'Transaction Description 1',
      },
      {
        direction: 'out',
        amount: { amount: 700n },
        name: 'Company Name 2',
        remittance: 'Transaction Description 2',
      },
    ]);
    expect(statements[1]!.covers).toEqual({ from: '2014-12-30', to: '2014-12-31' });
  });

  test('in version 08 is read with its structured reference, and the entry’s amount where the item’s is none', () => {
    const { format, statements } = read('camt053.v8.xml');
    expect(format).toBe('camt.053 v8');
    expect(statements[0]!.lines).toMatchObject([
      {
        amount: { amount: 885n, currency: 'EUR' },
        bookedOn: '2014-12-31',
        name: 'NAME NAME',
        iban: 'NL56AGDH9619008421',
        endToEndId: 'MUELL/FINP/RA12345',
        remittance: '4654654654654654',
      },
    ]);
  });

  test('that is broken is refused with the reason and the place', () => {
    expect(() => read('camt053.v2.wrong.xml')).toThrow(
      'camt053.v2.wrong.xml is no bank statement that can be read: it ends after its header: in Document/BkToCstmrStmt there is no statement (Stmt). Download it from the bank again.',
    );
  });
});

describe('what is refused, and why', () => {
  test.each([
    ['cut off', '<?xml version="1.0"?>\n<Document>\n<BkToCstmrStmt>', 'is no well-formed XML: line'],
    ['of declared entities', '<!DOCTYPE x [<!ENTITY a "b">]><Document/>', 'declares a document type'],
    [
      'of the running day',
      '<Document><BkToCstmrAcctRpt/></Document>',
      'a report of the running day (camt.052)',
    ],
    [
      'of single bookings',
      '<Document><BkToCstmrDbtCdtNtfctn/></Document>',
      'an advice of single bookings (camt.054)',
    ],
    ['of something else', '<Document><Foo/></Document>', 'Document holds Foo'],
    ['of another kind', '<html><body/></html>', 'has no element Document'],
  ])('a file %s', (_what, text, reason) => {
    expect(() => readCamt(text, 'f.xml')).toThrow(reason);
  });

  test.each([
    ['<Amt Ccy="EUR">12,00</Amt>', 'amount "12,00" is no amount in EUR'],
    ['<Amt Ccy="EUR">1.005</Amt>', 'amount "1.005" is no amount in EUR'],
    ['<Amt Ccy="EURO">1.00</Amt>', 'currency "EURO" does not exist'],
  ])('an entry with %s, by its place', (amount, reason) => {
    const text = camtStatement({ ...day, entries: [{ amount: '77.00' }], closing: '1077.00' });
    const broken = text.replace('<Amt Ccy="EUR">77.00</Amt>', amount);
    expect(() => readCamt(broken, 'f.xml')).toThrow(
      `f.xml: statement S1, entry 1: ${reason}. Nothing of the file was booked.`,
    );
  });

  test('a date that does not exist', () => {
    const text = camtStatement({ ...day, entries: [{ amount: '1.00', on: '2026-02-30' }] });
    expect(() => readCamt(text, 'f.xml')).toThrow('entry 1: date "2026-02-30" does not exist');
  });
});

describe('an entry', () => {
  test('counts only when it is booked', () => {
    const { lines, pending, faults } = own(
      camtStatement({ ...day, entries: [{ amount: '10.00' }, { amount: '99.00', status: 'PDNG' }] }),
    );
    expect(lines).toHaveLength(1);
    expect(pending).toBe(1);
    expect(faults).toEqual([]);
  });

  test('that is missing shows in the balances, to the cent', () => {
    const { faults } = own(camtStatement({ ...day, entries: [{ amount: '10.00' }], closing: '1010.01' }));
    expect(faults).toEqual([
      'statement S1 does not add up: opening €1,000.00, bookings €10.00, closing €1,010.01; €0.01 are missing',
    ]);
  });

  test('taken back keeps the customer as its other side', () => {
    const { lines } = own(
      camtStatement({
        ...day,
        entries: [{ amount: '10.00', direction: 'DBIT', reversal: true, name: 'Nord GmbH', iban: 'DE1' }],
      }),
    );
    expect(lines).toMatchObject([{ direction: 'out', reversal: true, name: 'Nord GmbH', iban: 'DE1' }]);
  });

  test('of several payments is itemised when the items make its sum', () => {
    const item = (amount: string, name: string): string =>
      `<TxDtls><Amt Ccy="EUR">${amount}</Amt><RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties></TxDtls>`;
    const batch = (items: string): string =>
      camtStatement({ ...day, entries: [{ amount: '30.00' }] }).replace(
        /<NtryDtls>[^]*<\/NtryDtls>/,
        `<NtryDtls>${items}</NtryDtls>`,
      );
    expect(own(batch(item('10.00', 'A') + item('20.00', 'B'))).lines).toMatchObject([
      { name: 'A', amount: { amount: 1000n } },
      { name: 'B', amount: { amount: 2000n } },
    ]);
    expect(own(batch(item('10.00', 'A') + item('10.00', 'B'))).lines).toMatchObject([
      { amount: { amount: 3000n } },
    ]);
  });

  test('is the same whatever prefix its elements have', () => {
    const plain = camtStatement({ ...day, entries: [{ amount: '10.00', text: 'R-1' }] });
    const prefixed = plain.replace(/<(\/?)(?!\?)/g, '<$1n:').replace('xmlns=', 'xmlns:n=');
    expect(own(prefixed)).toEqual(own(plain));
  });
});

describe('the key of a line', () => {
  const entries = [
    { amount: '10.00', text: 'R-1', name: 'A' },
    { amount: '10.00', text: 'R-1', name: 'A' },
    { amount: '10.00', text: 'R-2', name: 'A' },
  ];
  const keys = (id: string, of = entries) =>
    own(camtStatement({ ...day, id, entries: of })).lines.map(({ key }) => key);

  test('is the same in an overlapping statement, and another one for each booking', () => {
    expect(keys('S2')).toEqual(keys('S1'));
    expect(new Set(keys('S1')).size).toBe(3);
    expect(keys('S1')).toEqual(expect.arrayContaining([...keys('S3', entries.slice(1))]));
  });
});
