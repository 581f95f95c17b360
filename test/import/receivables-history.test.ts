import { describe, expect, it } from 'vitest';
import { type BusinessDate, businessDate } from '../../src/core/calendar/business-date.ts';
import { type OpenItems, readOpenItems } from '../../src/import/read-open-items.ts';
import type { SampleFacts } from '../support/samples/facts.ts';
import { receivablesHistory } from '../support/samples/receivables-history.ts';
import { describeThere, sharedFile } from '../support/samples/shared-file.ts';
import { readTable } from '../../src/import/table.ts';
import { cents, fileOf, read, recognise } from './support.ts';

const generated = receivablesHistory();
const shared = sharedFile('ibm-receivables.csv');

/** Counted with Python's decimal module from the file itself. */
const sharedFacts: SampleFacts = {
  asOf: '2013-06-03',
  file: { count: 2_466, cents: 14_770_318n },
  open: { count: 106, cents: 661_190n },
  notYetIssued: { count: 625, cents: 3_743_085n },
  settled: { count: 1_735, cents: 10_366_043n },
  dueBefore: { count: 11, cents: 48_384n, customers: 9 },
};

describe('our own sample of a receivables history', () => {
  factsHold(generated.bytes, generated.facts);
});

describeThere(shared, 'the receivables history of shared/data', () => {
  factsHold(shared ?? generated.bytes, sharedFacts);
});

function factsHold(bytes: Uint8Array, facts: SampleFacts): void {
  const recognised = recognise(bytes, 'history.csv');
  const history = readIt(bytes, businessDate(facts.asOf));

  it('gives what was open on the day, what was not issued yet and what was settled', () => {
    expect({ count: history.fileTotals.count, cents: cents(history.fileTotals) }).toEqual(facts.file);
    expect({ count: history.totals.count, cents: cents(history.totals) }).toEqual(facts.open);
    expect({ count: history.notYetIssued.count, cents: cents(history.notYetIssued) }).toEqual(
      facts.notYetIssued,
    );
    expect({ count: history.settled.count, cents: cents(history.settled) }).toEqual(facts.settled);
    expect(history.badRows).toEqual([]);
  });

  it('gives what was overdue', () => {
    const { count, customers } = history.dueBefore;
    expect({ count, customers, cents: cents(history.dueBefore) }).toEqual(facts.dueBefore);
  });

  it('proves by a day above twelve that the month comes first', () => {
    expect(recognised.dates).toMatchObject({ written: 'M/D/Y', order: 'MDY' });
    expect(recognised.dates.example).toMatch(/^\d+\/(1[3-9]|2\d|3[01])\//);
  });

  it('asks for the currency without a suggestion', () => {
    expect(recognised.missing.map(({ answer, suggestion }) => [answer, suggestion])).toEqual([
      ['currency', undefined],
    ]);
  });

  it('leaves a country code out that is none of ISO, and says so', () => {
    expect(recognised.mapping.country).toBeUndefined();
    expect(recognised.notes.join()).toMatch(/"countryCode" holds no ISO country codes/);
  });

  it('names customers by their numbers, as it has no names', () => {
    expect(history.customers.every(({ name, number }) => name === number)).toBe(true);
  });

  it('knows once disputed from disputed now', () => {
    expect(recognised.mapping.wasDisputed?.header).toBe('Disputed');
    expect(new Set(history.items.map(({ details }) => details.wasDisputed))).toEqual(new Set([true, false]));
  });
}

describe('settled on the very day', () => {
  const bytes = fileOf(
    'Invoice number,Customer number,Invoice date,Due date,Amount,Currency,Settled date',
    'R-1,C-1,2026-01-05,2026-02-04,10.00,EUR,2026-03-01',
    'R-2,C-1,2026-01-05,2026-02-04,20.00,EUR,2026-03-02',
    'R-3,C-1,2026-01-05,2026-02-04,40.00,EUR,',
  );

  it('is settled when the day ends, so it is not open as of the day', () => {
    const { items, settled } = read(bytes, { asOf: businessDate('2026-03-01') });
    expect(items.map(({ invoiceNumber }) => invoiceNumber)).toEqual(['R-2', 'R-3']);
    expect(settled.count).toBe(1);
  });
});

function readIt(bytes: Uint8Array, asOf: BusinessDate): OpenItems {
  return readOpenItems(readTable(bytes, 'history.csv'), {
    mapping: recognise(bytes, 'history.csv').mapping,
    asOf,
    currency: 'USD',
  });
}
