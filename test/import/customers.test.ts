import { describe, expect, it } from 'vitest';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import { csvBytes } from '../support/samples/csv.ts';
import { read, usualFile, usualHeader, usualRow } from './support.ts';

const spelt = (...names: readonly string[]): Uint8Array =>
  usualFile(...names.map((name, index) => usualRow({ name, invoice: `R-${index}` })));

describe('the name of a customer', () => {
  it.each([
    [['Acme', 'Acme Ltd', 'Acme '], 'Acme'],
    [['Acme', 'Acme Ltd'], 'Acme Ltd'],
    [['Bcme', 'Acme'], 'Acme'],
    [['Acme   Ltd', ' Acme Ltd', 'Acme Limited Company'], 'Acme Ltd'],
    [['Mu\u0308ller', 'Müller', 'Mueller AG'], 'Müller'],
    [['', '', 'Acme'], 'Acme'],
  ])('of the spellings %j is %s', (names, name) => {
    expect(read(spelt(...names)).customers).toMatchObject([{ number: 'C-1', name }]);
  });

  it('comes with all its spellings, the most frequent first', () => {
    expect(read(spelt('Acme Ltd', 'Acme', 'Acme')).customers[0]?.spellings).toEqual([
      { name: 'Acme', count: 2 },
      { name: 'Acme Ltd', count: 1 },
    ]);
  });

  it('is its number where the file has none', () => {
    expect(read(spelt('')).customers).toMatchObject([
      { name: 'C-1', spellings: [{ name: 'C-1', count: 1 }] },
    ]);
  });

  it('is its number too where the file has no numbers', () => {
    const bytes = csvBytes(
      [usualHeader, usualRow({})].map((cells) => cells.filter((_, index) => index !== 1)),
    );
    expect(read(bytes).customers).toMatchObject([{ number: 'Acme', name: 'Acme' }]);
  });

  it('is learnt from invoices that are not issued yet, but such a customer alone is not listed', () => {
    const rows = [
      usualRow({}),
      usualRow({ invoice: 'R-2', name: 'Acme Ltd', issued: '2026-06-01' }),
      usualRow({ invoice: 'R-3', name: 'Acme Ltd', issued: '2026-06-01' }),
      usualRow({ invoice: 'R-4', number: 'C-2', issued: '2026-06-01' }),
    ];
    expect(read(usualFile(...rows), { asOf: businessDate('2026-05-31') }).customers).toMatchObject([
      { number: 'C-1', name: 'Acme Ltd' },
    ]);
  });
});

describe('what rows tell of their customer', () => {
  const withDetails = (header: readonly string[], ...rows: readonly (readonly string[])[]): Uint8Array =>
    csvBytes([
      [...usualHeader, ...header],
      ...rows.map((cells, index) => [...usualRow({ invoice: `R-${index}` }), ...cells]),
    ]);

  it('is the contact that most rows name, never parts of two', () => {
    const bytes = withDetails(
      ['Contact name', 'E-mail', 'Phone'],
      ['Ann', 'ann@acme.example', ''],
      ['Bob', 'bob@acme.example', '+49 30 1'],
      ['Ann', 'ann@acme.example', ''],
    );
    expect(read(bytes).customers[0]?.contact).toEqual({
      contactName: 'Ann',
      contactEmail: 'ann@acme.example',
    });
  });

  it('is its owner and its country', () => {
    const bytes = withDetails(['Account manager', 'Country'], ['Eve', 'de'], ['Eve', 'DE'], ['', '']);
    expect(read(bytes).customers[0]).toMatchObject({ ownerName: 'Eve', country: 'DE' });
  });

  it.each([
    [['CA02', 'CA03'], 'CA'],
    [['CA02', 'US01'], undefined],
    [['CA02', ''], undefined],
    [['U001', 'U001'], undefined],
    [['XX01', 'XX01'], undefined],
    [['CALL', 'CALL'], undefined],
  ])('hints by business units %j at the country %s', (units, hint) => {
    expect(
      read(withDetails(['Business code'], ...units.map((unit) => [unit]))).customers[0]?.countryHint,
    ).toBe(hint);
  });

  it('is left out, and said, when it cannot be what its column says', () => {
    const bytes = withDetails(
      ['E-mail', 'Country', 'Dunned up to'],
      ['ann@acme.example', 'DE', '3'],
      ['@acme', 'DEU', 'often'],
      ['bob@acme.example', 'AT', '2'],
    );
    const { items, badRows, notes } = read(bytes);
    expect(badRows).toEqual([]);
    expect(items.map(({ details }) => details)).toEqual([
      { contactEmail: 'ann@acme.example', country: 'DE', dunnedUpTo: 3 },
      {},
      { contactEmail: 'bob@acme.example', country: 'AT', dunnedUpTo: 2 },
    ]);
    expect(notes).toContain(
      '1 values are left out because they cannot be a mail address (first: row 3, "@acme").',
    );
  });
});
