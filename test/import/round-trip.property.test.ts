import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import type { Answers, OpenItems } from '../../src/import/read-open-items.ts';
import { csvBytes, type CsvShape } from '../support/samples/csv.ts';
import { daysAfter } from '../support/samples/facts.ts';
import { read, usualFile, usualHeader, usualRow } from './support.ts';

interface Invoice {
  readonly number: string;
  readonly name: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly minor: number;
  readonly currency: 'EUR' | 'JPY' | 'KWD';
}

const digits = { EUR: 2, JPY: 0, KWD: 3 } as const;

/** Letters that every encoding has, and everything that a CSV file gives a meaning to. */
const letters = Array.from('aZ9 äß€éŠ,;|"\'.-&()=+@');

const name = fc
  .string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 30 })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '' && !/^'[=+\-@]/.test(text));

const invoices: fc.Arbitrary<Invoice[]> = fc
  .array(
    fc.record({
      name,
      issued: fc.integer({ min: 0, max: 1_500 }),
      terms: fc.integer({ min: -5, max: 90 }),
      minor: fc.integer({ min: -99_999_999, max: 999_999_999_999 }).filter((minor) => minor !== 0),
      currency: fc.constantFrom<Invoice['currency'][]>('EUR', 'JPY', 'KWD'),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((list) =>
    list.map(({ issued, terms, ...rest }, index) => {
      const issuedOn = daysAfter('2022-01-01', issued);
      return { number: `R-${index}`, issuedOn, dueOn: daysAfter(issuedOn, terms), ...rest };
    }),
  );

const shape: fc.Arbitrary<CsvShape> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  encoding: fc.constantFrom('UTF-8', 'UTF-8 with BOM', 'UTF-16 LE', 'UTF-16 BE', 'Windows-1252'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
});

type DateWriter = readonly [write: (day: string) => string, order?: 'DMY' | 'MDY'];
const parts = (day: string): [string, string, string] => day.split('-') as [string, string, string];
const dates = fc.constantFrom<DateWriter[]>(
  [(day) => day],
  [(day) => `${day} 00:00:00.000000000`],
  [(day) => `${day}T00:00:00Z`],
  [(day) => day.replaceAll('-', '')],
  [(day) => parts(day).reverse().join('.')],
  [(day) => parts(day).reverse().map(Number).join('/'), 'DMY'],
  [(day) => ((p) => `${Number(p[1])}/${Number(p[2])}/${p[0].slice(2)}`)(parts(day)), 'MDY'],
);

type NumberWriter = readonly [decimal: '.' | ',', group: string, sign: 'before' | 'behind' | 'parentheses'];
const numbers: fc.Arbitrary<NumberWriter> = fc.oneof(
  fc.tuple(
    fc.constant('.' as const),
    fc.constantFrom('', ',', ' ', "'", '’'),
    fc.constantFrom('before', 'behind', 'parentheses'),
  ),
  fc.tuple(
    fc.constant(',' as const),
    fc.constantFrom('', '.', ' ', '\u00A0'),
    fc.constantFrom('before', 'behind', 'parentheses'),
  ),
);

function written({ minor, currency }: Invoice, [decimal, group, sign]: NumberWriter): string {
  const text = String(Math.abs(minor)).padStart(digits[currency] + 1, '0');
  const whole = text.slice(0, text.length - digits[currency]).replace(/\B(?=(\d{3})+$)/g, group);
  const magnitude = digits[currency] === 0 ? whole : `${whole}${decimal}${text.slice(-digits[currency])}`;
  if (minor > 0) return magnitude;
  return { before: `-${magnitude}`, behind: `${magnitude}-`, parentheses: `(${magnitude})` }[sign];
}

const asOf = businessDate('2030-01-01');

describe('any list of items', () => {
  it('written in any delimiter, encoding, date style and number style is read back as it was, to the cent', () => {
    fc.assert(
      fc.property(invoices, shape, dates, numbers, (list, csv, [day, dateOrder], number) => {
        const lines = list.map((one) => [
          one.number,
          one.name,
          one.name,
          day(one.issuedOn),
          day(one.dueOn),
          written(one, number),
          one.currency,
        ]);
        const answers: Partial<Answers> = { asOf, decimal: number[0], ...(dateOrder && { dateOrder }) };
        const result = read(csvBytes([usualHeader, ...lines], csv), answers);
        expect(result.badRows).toEqual([]);
        expect(result.items.map(readBack)).toEqual(list);
        expect(sums(result)).toEqual(expectedSums(list));
      }),
      { numRuns: 200 },
    );
  });

  it('needs no answer where its values prove how they are written', () => {
    fc.assert(
      fc.property(invoices, shape, dates, numbers, (list, csv, [day], number) => {
        const proof: Invoice = {
          number: 'P',
          name: 'P',
          issuedOn: '2022-01-31',
          dueOn: '2022-01-31',
          minor: 12_345,
          currency: 'EUR',
        };
        const all = [...list.filter(({ currency }) => currency === 'EUR'), proof];
        const lines = all.map((one) => [
          one.number,
          one.name,
          one.name,
          day(one.issuedOn),
          day(one.dueOn),
          written(one, number),
          one.currency,
        ]);
        expect(sums(read(csvBytes([usualHeader, ...lines], csv), { asOf }))).toEqual(expectedSums(all));
      }),
      { numRuns: 200 },
    );
  });
});

describe('bad rows', () => {
  const spoilt = fc
    .constantFrom(
      { due: '31/02/2026' },
      { amount: '4k' },
      { amount: '' },
      { invoice: '' },
      { number: '' },
      { currency: 'XXQ' },
      { issued: 'soon' },
      { name: '\0' },
    )
    .map(usualRow);
  const goodRows = invoices.map((list) =>
    list.map((one) =>
      usualRow({ invoice: one.number, amount: written(one, ['.', '', 'before']), currency: one.currency }),
    ),
  );

  it('never change what the good ones sum up to, wherever they stand', () => {
    fc.assert(
      fc.property(goodRows, fc.array(fc.tuple(fc.nat(), spoilt), { maxLength: 10 }), (good, bad) => {
        const mixed = bad.reduce((rows, [at, row]) => rows.toSpliced(at % (rows.length + 1), 0, row), good);
        // Columns that hold more bad values than good ones are not recognised at all.
        fc.pre(bad.length < good.length);
        const result = read(usualFile(...mixed), { asOf, decimal: '.' });
        expect(result.badRows).toHaveLength(bad.length);
        expect(result.fileTotals).toEqual(read(usualFile(...good), { asOf, decimal: '.' }).fileTotals);
      }),
      { numRuns: 100 },
    );
  });

  it('and rows in another order change no total, no customer and no count, twins and contradictions included', () => {
    const rows = fc.array(
      fc
        .record({
          invoice: fc.constantFrom('R-1', 'R-2', 'R-3', 'R-4'),
          number: fc.constantFrom('C-1', 'C-2'),
          name: fc.constantFrom('Acme', 'Acme Ltd', 'ACME'),
          amount: fc.constantFrom('1.00', '1.00', '2.00', 'x'),
          issued: fc.constantFrom('2026-01-01', '2026-03-01'),
        })
        .map(usualRow),
      { minLength: 1, maxLength: 12 },
    );
    const shuffled = rows.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const anchors = Array.from({ length: 13 }, (_, index) =>
          usualRow({ invoice: `A-${index}`, number: 'C-9', name: 'Nine' }),
        );
        const asOfFebruary = { asOf: businessDate('2026-02-01') };
        const [a, b] = [
          read(usualFile(...anchors, ...list), asOfFebruary),
          read(usualFile(...other, ...anchors), asOfFebruary),
        ];
        expect(orderless(a)).toEqual(orderless(b));
      }),
      { numRuns: 200 },
    );
  });
});

function orderless({ items, badRows, totals, fileTotals, dueBefore, notYetIssued }: OpenItems): unknown {
  const facts = items
    .map(({ customerNumber, invoiceNumber, open }) => `${customerNumber} ${invoiceNumber} ${open.amount}`)
    .sort();
  return { facts, bad: badRows.length, totals, fileTotals, dueBefore, notYetIssued };
}

function readBack({
  invoiceNumber,
  customerName,
  issuedOn,
  dueOn,
  open,
}: OpenItems['items'][number]): Invoice {
  return {
    number: invoiceNumber,
    name: customerName,
    issuedOn,
    dueOn,
    minor: Number(open.amount),
    currency: open.currency as Invoice['currency'],
  };
}

function sums({ totals }: OpenItems): Record<string, bigint> {
  return Object.fromEntries(totals.byCurrency.map(({ sum }) => [sum.currency, sum.amount]));
}

function expectedSums(list: readonly Invoice[]): Record<string, bigint> {
  const result: Record<string, bigint> = {};
  for (const { currency, minor } of list) result[currency] = (result[currency] ?? 0n) + BigInt(minor);
  return result;
}
