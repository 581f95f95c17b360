import { describe, expect, it } from 'vitest';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import { type OpenItems, readOpenItems } from '../../src/import/read-open-items.ts';
import type { Recognised } from '../../src/import/recognise.ts';
import { readTable } from '../../src/import/table.ts';
import { erpExport } from '../support/samples/erp-export.ts';
import type { SampleFacts } from '../support/samples/facts.ts';
import { describeThere, sharedFile } from '../support/samples/shared-file.ts';
import { cents, recognise } from './support.ts';

const generated = erpExport();
const shared = sharedFile('open-invoices-erp.csv');

/** Counted with Python's decimal module from the file itself. */
const sharedFacts: SampleFacts = {
  asOf: '2020-04-20',
  file: { count: 6_954, cents: 20_239_052_140n },
  open: { count: 5_396, cents: 15_835_865_587n },
  notYetIssued: { count: 1_558, cents: 20_239_052_140n - 15_835_865_587n },
  settled: { count: 0, cents: 0n },
  dueBefore: { count: 3_865, cents: 11_543_497_136n, customers: 269 },
};

describe('our own sample in the shape of an ERP export', () => {
  factsHold(generated.bytes, generated.facts);
});

describeThere(shared, 'the ERP export of shared/data', () => {
  const bytes = shared ?? generated.bytes;
  factsHold(bytes, sharedFacts);
  const read = readIt(bytes);

  it('has the customer number of several spellings as one customer under its most frequent name', () => {
    const targ = read.customers.find(({ number }) => number === '0200744019');
    expect(targ?.name).toBe('TARG co');
    expect(targ?.spellings[0]).toEqual({ name: 'TARG co', count: 34 });
    expect(targ?.spellings.map(({ name }) => name)).toContain('TARG associates');
    expect(targ?.spellings).toHaveLength(11);
  });

  it('rounds the sum of row 4 half up', () => {
    const item = read.items.find(({ invoiceNumber }) => invoiceNumber === '2960618790');
    expect(item?.open).toEqual({ amount: 6_498_259n, currency: 'USD' });
  });
});

function factsHold(bytes: Uint8Array, facts: SampleFacts): void {
  const recognised = recognise(bytes, 'erp.csv');
  const read = readIt(bytes);

  it('is read without a bad row', () => expect(read.badRows).toEqual([]));

  it('gives the sums of the file and of the day to the cent', () => {
    expect({ count: read.fileTotals.count, cents: cents(read.fileTotals) }).toEqual(facts.file);
    expect({ count: read.totals.count, cents: cents(read.totals) }).toEqual(facts.open);
    expect({ count: read.notYetIssued.count, cents: cents(read.notYetIssued) }).toEqual(facts.notYetIssued);
    expect({ count: read.settled.count, cents: cents(read.settled) }).toEqual(facts.settled);
  });

  it('gives what was due before the day, and of how many customers', () => {
    const { count, customers } = read.dueBefore;
    expect({ count, customers, cents: cents(read.dueBefore) }).toEqual(facts.dueBefore);
  });

  it('knows its columns', () => expect(headers(recognised)).toEqual(erpHeaders));

  it('asks for the currency and nothing else, with a suggestion', () => {
    expect(recognised.missing.map(({ answer, suggestion }) => [answer, suggestion])).toEqual([
      ['currency', 'USD'],
    ]);
  });

  it('sees timestamps and a decimal point', () => {
    expect(recognised.dates).toMatchObject({ written: 'timestamp', order: 'irrelevant' });
    expect(recognised.numbers.decimal).toBe('.');
  });

  it('never takes the predicted clear_date for a payment', () => {
    expect(recognised.mapping.settledOn).toBeUndefined();
    expect(recognised.notes.join()).toMatch(/"clear_date" can hold predicted payment days/);
  });

  it('lists the columns it leaves alone, the unnamed and the misspelt one too', () => {
    expect(recognised.unmapped.map(({ header }) => header)).toEqual(unmappedHeaders);
  });

  it('cuts the tail of document numbers off', () => {
    expect(read.items.every(({ invoiceNumber }) => /^\d{10}$/.test(invoiceNumber))).toBe(true);
  });

  it('takes posting dates after due dates as they are, and says so', () => {
    expect(read.items.some(({ issuedOn, dueOn }) => dueOn < issuedOn)).toBe(true);
    expect(read.notes.join()).toMatch(/items are due before they were issued/);
  });

  it('has every customer number once, with all spellings and none that ends in a blank', () => {
    const { customers } = read;
    expect(new Set(customers.map(({ number }) => number)).size).toBe(customers.length);
    expect(customers.some(({ spellings }) => spellings.length > 1)).toBe(true);
    expect(
      customers.flatMap(({ spellings }) => spellings).filter(({ name }) => name !== name.trim()),
    ).toEqual([]);
  });

  it('hints at Canada for CA02 and at nothing for U001', () => {
    expect(new Set(read.customers.map(({ countryHint }) => countryHint))).toEqual(new Set(['CA', undefined]));
  });

  it('says which customer numbers differ by leading zeros only', () => {
    expect(read.notes.join()).toMatch(/differ from another one only by leading zeros/);
  });
}

const erpHeaders = {
  invoiceNumber: 'doc_id',
  customerNumber: 'cust_number',
  customerName: 'name_customer',
  issuedOn: 'posting_date',
  dueOn: 'due_in_date',
  amount: 'converted_usd',
  terms: 'cust_payment_terms',
  businessUnit: 'business_code',
};

const unmappedHeaders = ['', 'clear_date', 'buisness_year', 'baseline_create_date', 'Aging Bucket'];

function headers({ mapping }: Recognised): Record<string, string> {
  return Object.fromEntries(Object.entries(mapping).map(([field, { header }]) => [field, header]));
}

function readIt(bytes: Uint8Array): OpenItems {
  const { mapping } = recognise(bytes, 'erp.csv');
  return readOpenItems(readTable(bytes, 'erp.csv'), {
    mapping,
    asOf: businessDate('2020-04-20'),
    currency: 'USD',
  });
}
