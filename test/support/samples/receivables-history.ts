import type { Sample } from './erp-export.ts';
import { csvBytes } from './csv.ts';
import { daysAfter, factsOf, type SampleInvoice } from './facts.ts';
import { type Random, random } from './random.ts';

/**
 * A history of invoices with the day each was settled, in the shape of a well-known public sample: US dates, country
 * codes that are none of ISO's, no currency, no names. All of it is invented.
 */
export function receivablesHistory({ rows = 800, seed = 1 } = {}): Sample {
  const dice = random(seed);
  const invoices = Array.from({ length: rows }, () => invoice(dice));
  const lines = invoices.map((one, index) => line(dice, one, index));
  return {
    bytes: csvBytes([header, ...lines], { delimiter: ',', encoding: 'UTF-8', lineEnd: '\r\n' }),
    facts: factsOf(invoices, '2013-06-03'),
  };
}

const header = [
  'countryCode',
  'customerID',
  'PaperlessDate',
  'invoiceNumber',
  'InvoiceDate',
  'DueDate',
  'InvoiceAmount',
  'Disputed',
  'SettledDate',
  'PaperlessBill',
  'DaysToSettle',
  'DaysLate',
];

type SettledInvoice = SampleInvoice & { readonly settledOn: string; readonly daysToSettle: number };

function invoice(dice: Random): SettledInvoice {
  const issuedOn = daysAfter('2012-01-03', dice.between(0, 695));
  const daysToSettle = dice.between(1, 60);
  return {
    customer: `${String(dice.between(1, 40)).padStart(4, '0')}-QXRT`,
    issuedOn,
    dueOn: daysAfter(issuedOn, 30),
    settledOn: daysAfter(issuedOn, daysToSettle),
    daysToSettle,
    cents: dice.between(500, 12_000),
  };
}

function line(
  dice: Random,
  { customer, issuedOn, dueOn, settledOn, daysToSettle, cents }: SettledInvoice,
  index: number,
): string[] {
  const [settling, late] = [daysToSettle, Math.max(0, daysToSettle - 30)].map(String);
  const disputed = dice.pick(['No', 'No', 'No', 'Yes']);
  return [
    dice.pick(['391', '406', '770', '818', '897']),
    customer,
    american('2012-09-14'),
    String(611365 + index * 37),
    american(issuedOn),
    american(dueOn),
    String(cents / 100),
    disputed,
    american(settledOn),
    dice.pick(['Paper', 'Electronic']),
    settling ?? '',
    late ?? '',
  ];
}

/** 2013-01-02 as 1/2/2013. */
function american(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${month}/${date}/${year}`;
}
