import { describe, expect, test } from 'vitest';
import { isBankFile, readBankFile } from '../../../src/import/bank/read-bank-file.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const answers = { dateOrder: 'DMY', currency: 'EUR', decimal: undefined } as const;
const read = (text: string) => readBankFile(bytes(text), 'konto.csv', answers).statements[0]!;

const german = `Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;Beguenstigter/Zahlungspflichtiger;Kontonummer/IBAN;Betrag;Waehrung;Saldo
DE02120300000000202051;03.11.26;03.11.26;GUTSCHRIFT;Rg R-1001;Lagerhaus Nord GmbH;DE11;12.400,00;EUR;13.400,00
DE02120300000000202051;04.11.26;04.11.26;LASTSCHRIFT;Strom;Stadtwerke;DE12;-300,50;EUR;13.099,50`;
const english = `Date,Description,Paid out,Paid in,Balance
04/11/2026,Power,300.50,,13099.50
03/11/2026,INV R-1001 Lagerhaus,,"12,400.00","13,400.00"`;

describe('a table of a bank', () => {
  test('of a German bank is read with its decimal comma, payer and account', () => {
    const { account, lines, faults } = read(german);
    expect(account).toBe('DE02120300000000202051');
    expect(faults).toEqual([]);
    expect(lines).toMatchObject([
      {
        direction: 'in',
        amount: { amount: 1_240_000n, currency: 'EUR' },
        bookedOn: '2026-11-03',
        name: 'Lagerhaus Nord GmbH',
        iban: 'DE11',
        remittance: 'Rg R-1001',
      },
      { direction: 'out', amount: { amount: 30_050n }, bookedOn: '2026-11-04' },
    ]);
  });

  test('with money in and out in two columns, the newest first, is read and adds up', () => {
    const { lines, faults } = read(english);
    expect(lines.map(({ direction, amount }) => `${direction} ${amount.amount}`)).toEqual([
      'out 30050',
      'in 1240000',
    ]);
    expect(faults).toEqual([]);
  });

  test('of which a row is missing is named by the row at which the balance leaps', () => {
    const { faults } = read(german.replace('13.099,50', '13.000,00'));
    expect(faults).toEqual([
      'konto.csv does not add up: the balance leaps at row 3, so bookings may be missing',
    ]);
  });

  test('covers no day: no bank vouches for its end', () => {
    expect(read(german).covers).toBeUndefined();
  });

  test.each([
    ['03.11.26;03.11.26;GUTSCHRIFT', '31.02.26;03.11.26;GUTSCHRIFT', 'row 2: date "31.02.26" does not exist'],
    ['12.400,00;EUR', 'viel;EUR', 'row 2: amount "viel" is not a number'],
    ['12.400,00;EUR', '12.400,00;EUX', 'row 2: currency "EUX" does not exist'],
  ])('that has "%s" written as "%s" is refused by row and reason', (right, wrong, reason) => {
    expect(() => read(german.replace(right, wrong))).toThrow(`konto.csv: ${reason}`);
  });
});

describe('a dropped file is a bank’s', () => {
  test.each([
    [german, true],
    [english, true],
    ['<?xml version="1.0"?><Document/>', true],
    ['Customer,Invoice number,Invoice date,Due date,Amount\nA,R-1,2026-10-01,2026-11-02,10.00', false],
    ['Date,Customer number,Name,Amount,Reference\n2026-11-03,1001,A,10.00,R-1', false],
    [`${german}\n${'DE02120300000000202051;04.11.26;04.11.26;X;Y;Z;DE1;1,00;EUR;1,00\n'.repeat(2000)}`, true],
    ['Kunde;Belegnummer;Belegdatum;Fälligkeit;Betrag;Saldo\nA;R-1;01.10.2026;02.11.2026;10,00;10,00', false],
  ])('%#', (text, isBank) => {
    expect(isBankFile(bytes(text), 'file.csv')).toBe(isBank);
  });
});
