import { csvBytes } from './csv.ts';
import { daysAfter, factsOf, type SampleFacts, type SampleInvoice } from './facts.ts';
import { type Random, random } from './random.ts';

export interface Sample {
  readonly bytes: Uint8Array;
  readonly facts: SampleFacts;
}

/**
 * An open-items export in the shape that ERP systems write and payment-prediction work passes around: an unnamed index
 * column, document numbers and amounts that went through floating point, timestamps to the nanosecond, several
 * spellings of one customer with blanks behind, leading zeros lost here and there, posting dates after due dates, and
 * predicted payment days in `clear_date`. All of it is invented.
 */
export function erpExport({ rows = 1_200, seed = 1 } = {}): Sample {
  const asOf = '2020-04-20';
  const dice = random(seed);
  const customers = Array.from({ length: Math.ceil(rows / 20) }, (_, index) => customer(dice, index));
  const invoices = Array.from({ length: rows }, () =>
    invoice(dice, customers[dice.between(0, customers.length - 1)]),
  );
  const lines = invoices.map((one, index) => line(dice, one, index));
  return {
    bytes: csvBytes([header, ...lines], { delimiter: ',', encoding: 'UTF-8', lineEnd: '\r\n' }),
    facts: factsOf(invoices, asOf),
  };
}

const header = [
  '',
  'business_code',
  'cust_number',
  'name_customer',
  'clear_date',
  'buisness_year',
  'doc_id',
  'posting_date',
  'due_in_date',
  'baseline_create_date',
  'cust_payment_terms',
  'converted_usd',
  'Aging Bucket',
];

interface Customer {
  readonly number: string;
  readonly name: string;
  readonly unit: string;
}

type ErpInvoice = SampleInvoice & { readonly unit: string; readonly name: string };

function customer(dice: Random, index: number): Customer {
  const name = dice.pick([
    'HARBOR',
    'NORTHGATE',
    'OAKEN',
    'PELICAN',
    'QUARRY',
    'RIVERSIDE',
    'STONEBR',
    'TALL ',
  ]);
  return {
    number: `02${String(index * 7 + 1).padStart(8, '0')}`,
    name: `${name}${index}`,
    unit: dice.onceIn(8) ? 'CA02' : 'U001',
  };
}

function invoice(dice: Random, { number, name, unit }: Customer = customer(dice, 0)): ErpInvoice {
  const issuedOn = daysAfter('2020-02-27', dice.between(0, 80));
  const dueOn = daysAfter(issuedOn, dice.onceIn(50) ? -3 : dice.pick([10, 15, 15, 30, 45]));
  const spelling = `${name} ${dice.pick(['', 'us', 'corp', 'llc', 'associates', 'foundation'])}`;
  const known = dice.onceIn(15) ? number.replace(/^0/, '') : number;
  return { customer: known, unit, name: spelling, issuedOn, dueOn, cents: dice.between(72, 9_990_051) };
}

function line(
  dice: Random,
  { customer: number, unit, name, issuedOn, dueOn, cents }: ErpInvoice,
  index: number,
): string[] {
  const midnight = (day: string): string => `${day} 00:00:00.000000000`;
  const predicted = `${daysAfter(dueOn, dice.between(-5, 20))} 22:23:51.031250000`;
  const dates = [midnight(issuedOn), midnight(dueOn), midnight(issuedOn)];
  const amount = dice.onceIn(12) ? floated(dice, cents) : shortest(cents);
  return [
    String(index + 1),
    unit,
    number,
    name,
    predicted,
    '2020',
    `${1930000000 + index}.0`,
    ...dates,
    'NAA8',
    amount,
    '0-15',
  ];
}

/** 5893.5 for 589350, as a float prints itself. */
function shortest(cents: number): string {
  return String(cents / 100);
}

/** The same sum after arithmetic in floating point; it rounds half up to the cents that went in. */
function floated(dice: Random, cents: number): string {
  const text = (minor: number): string =>
    `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
  return dice.pick([
    `${text(cents - 1)}99999999995`,
    `${text(cents)}000000001`,
    `${text(cents - 1)}5`,
    `${text(cents)}4`,
  ]);
}
