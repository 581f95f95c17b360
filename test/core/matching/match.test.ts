import { describe, expect, test } from 'vitest';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import type { CashLine, LedgerItem, MatchBook } from '../../../src/core/matching/cash-line.ts';
import { matchLines } from '../../../src/core/matching/match.ts';
import { money } from '../../../src/core/money.ts';

const day = businessDate('2026-11-03');
const item = (
  id: number,
  customerId: number,
  number: string,
  open: bigint,
  currency = 'EUR',
): LedgerItem => ({
  id,
  customerId,
  number,
  open,
  currency,
  effectiveDueOn: businessDate('2026-10-01'),
});
const book: MatchBook = {
  items: [
    item(1, 10, 'R-1001', 410_000n),
    item(2, 10, 'R-1002', 830_000n),
    item(3, 10, 'R-1003', 50_000n),
    item(4, 20, 'R-2001', 90_000n),
    item(5, 20, 'R-2002', 90_000n),
    item(6, 20, 'R-2003', 0n),
    item(7, 30, 'A-7007', 12_345n),
    item(8, 30, 'U-8008', 12_345n, 'USD'),
    { ...item(9, 40, 'W-9009', 0n), writtenOff: { writeOffId: 7, amount: 60_000n, on: day } },
    item(10, 40, 'W-9010', 20_000n),
  ],
  customers: [
    { customerId: 10, names: ['Lagerhaus Nord GmbH'] },
    { customerId: 20, names: ['Müller & Söhne'] },
    { customerId: 30, names: ['Fern GmbH', 'Fern Handel'] },
    { customerId: 40, names: ['Werft AG'] },
  ],
  ibans: new Map([['DE1', [10]]]),
  recorded: [],
};
const line = (amount: bigint, about: Partial<CashLine> = {}): CashLine => ({
  amount: money(amount, 'EUR'),
  bookedOn: day,
  remittance: '',
  ...about,
});
const matched = (of: CashLine, known: MatchBook = book) => matchLines([of], known)[0]!;
const nord = { name: 'Lagerhaus Nord GmbH' };

/** `R-1001 4100.00` and what is left over. */
function paid(of: CashLine, known?: MatchBook): readonly string[] {
  const match = matched(of, known);
  if (match.kind !== 'sure') throw new Error(`${match.kind}`);
  return [...match.shares.map(({ number, amount }) => `${number} ${amount}`), `rest ${match.unapplied}`];
}

describe('cash is sure', () => {
  test.each([
    [
      'names an invoice and pays it exactly',
      line(410_000n, { remittance: 'Rg R 1001' }),
      ['R-1001 410000', 'rest 0'],
    ],
    [
      'names several and is their sum',
      line(460_000n, { remittance: 'R-1003 R-1001' }),
      ['R-1003 50000', 'R-1001 410000', 'rest 0'],
    ],
    ['names one and is a part of it', line(100_000n, { remittance: 'R-1001' }), ['R-1001 100000', 'rest 0']],
    ['names one and is more', line(410_500n, { remittance: 'R-1001' }), ['R-1001 410000', 'rest 500']],
    [
      'names none, by a known name, and is exactly one invoice',
      line(830_000n, nord),
      ['R-1002 830000', 'rest 0'],
    ],
    [
      'is all that is open',
      line(1_290_000n, { iban: 'DE1' }),
      ['R-1001 410000', 'R-1002 830000', 'R-1003 50000', 'rest 0'],
    ],
    [
      'has the digits and the exact amount',
      line(12_345n, { remittance: 'invoice 7007' }),
      ['A-7007 12345', 'rest 0'],
    ],
    [
      'names several and is a trifle less',
      line(459_000n, { remittance: 'R-1003 R-1001' }),
      ['R-1003 50000', 'R-1001 409000', 'rest 0'],
    ],
    ['comes from a known payer and fits nothing', line(77_700n, nord), ['rest 77700']],
  ])('when it %s', (_what, of, shares) => {
    expect(paid(of)).toEqual(shares);
  });
});

describe('cash is doubtful', () => {
  const why = (of: CashLine, known?: MatchBook) => {
    const match = matched(of, known);
    return match.kind === 'doubtful' ? `${match.why}: ${match.proposals.length}` : match.kind;
  };
  test.each([
    [
      'two invoices have exactly its amount',
      line(90_000n, { name: 'Mueller Soehne' }),
      '2 invoices have exactly this amount: 2',
    ],
    [
      'the invoice it names is paid already',
      line(90_000n, { remittance: 'R-2003' }),
      'R-2003 is paid already: perhaps paid twice, or recorded before: 1',
    ],
    [
      'a name and a number contradict each other',
      line(90_000n, { ...nord, remittance: 'R-2001' }),
      'it points at several customers: 2',
    ],
    ['the name is only alike', line(410_000n, { name: 'Lagerhaus Nort' }), 'the payer is not certain: 1'],
    ['it is a discount less than one invoice', line(401_800n, nord), 'the amount is almost what is open: 1'],
    ['only the amount fits', line(830_000n, { name: 'Holding XY' }), 'only the amount fits: 1'],
    [
      'it is far less than the invoices it names',
      line(300_000n, { remittance: 'R-1002, R-1001' }),
      'it names R-1002, R-1001 and is €9,400.00 less than their sum: 2',
    ],
  ])('when %s', (_what, of, reason) => {
    expect(why(of)).toBe(reason);
  });

  test('when somebody recorded the same amount by hand', () => {
    const recorded = [{ paymentId: 99, customerId: 10, amount: money(410_000n, 'EUR'), receivedOn: day }];
    const match = matched(line(410_000n, { remittance: 'R-1001' }), { ...book, recorded });
    expect(match).toMatchObject({ kind: 'doubtful', proposals: [{ knownPaymentId: 99 }, { unapplied: 0n }] });
  });
});

describe('cash', () => {
  test('of somebody unknown with an amount that nobody owes waits', () => {
    expect(matched(line(1n, { name: 'Stadtwerke' }))).toEqual({ kind: 'unknown' });
  });

  test('in another currency does not pay', () => {
    const usd = { ...line(12_345n, { remittance: 'A-7007' }), amount: money(12_345n, 'USD') };
    expect(matched(usd)).toMatchObject({ kind: 'doubtful', why: 'only the amount fits' });
  });

  test('that came twice pays once: what one line paid is not open for the next', () => {
    const twice = [line(410_000n, { remittance: 'R-1001' }), line(410_000n, { remittance: 'R-1001' })];
    expect(matchLines(twice, book)).toMatchObject([
      { kind: 'sure', shares: [{ invoiceId: 1 }] },
      { kind: 'doubtful', why: expect.stringContaining('R-1001 is paid already') },
    ]);
  });
});

describe('cash for what was written off', () => {
  const werft = { name: 'Werft AG' };
  test.each([
    ['names the invoice', line(30_000n, { ...werft, remittance: 'W-9009' })],
    ['is exactly as much', line(60_000n, werft)],
  ])('waits, and says so, when it %s', (_, of) => {
    expect(matched(of)).toMatchObject({
      kind: 'doubtful',
      why: '€600.00 of W-9009 was written off on Tue 3 Nov 2026',
      proposals: [
        { recovers: 7, shares: [{ number: 'W-9009', amount: of.amount.amount }], unapplied: 0n },
        { shares: [], unapplied: of.amount.amount },
      ],
    });
  });

  test('does not wait when it pays an invoice that is open', () => {
    expect(paid(line(20_000n, werft))).toEqual(['W-9010 20000', 'rest 0']);
  });
});
