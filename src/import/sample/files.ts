import { csvText } from '../../core/csv.ts';
import { addDays, type BusinessDate } from '../../core/calendar/business-date.ts';
import { addBusinessDays, type Calendar } from '../../core/calendar/business-days.ts';
import type { SampleCustomer } from './customer.ts';
import { sampleCustomers } from './customers.ts';
import { billedTo, type SampleDue } from './habits.ts';

export interface SampleFile {
  readonly name: string;
  readonly content: string;
}

/** What makes a ledger to try things on: the invoices of a year and what a credit file knows of the customers. */
export interface SampleFiles {
  readonly invoices: SampleFile;
  readonly customers: SampleFile;
  readonly customerCount: number;
}

/**
 * The sample ledger as the files that a team would drop, told from this day: something is due today, something in
 * three business days, something for months. The same day gives the same bytes.
 */
export function sampleFiles(today: BusinessDate, calendar: Calendar): SampleFiles {
  return {
    invoices: {
      name: 'sample-invoices.csv',
      content: csvText([invoiceColumns, ...invoiceRows(today, calendar)]),
    },
    customers: {
      name: 'sample-customers.csv',
      content: csvText([customerColumns, ...sampleCustomers.flatMap(customerRows)]),
    },
    customerCount: sampleCustomers.length,
  };
}

const invoiceColumns = [
  'Customer number',
  'Customer name',
  'Country',
  'Invoice number',
  'Invoice date',
  'Due date',
  'Currency',
  'Invoice amount',
  'Open amount',
  'Settled on',
] as const;

const customerColumns = [
  'Customer number',
  'Customer name',
  'Payer type',
  'Terms',
  'Language',
  'Legal address',
  'Tax ID',
  'PO number needed',
  'Contact name',
  'Contact role',
  'Contact email',
  'Contact phone',
] as const;

interface Billed {
  readonly customer: SampleCustomer;
  readonly currency: string;
  readonly issuedOn: BusinessDate;
  readonly dueOn: BusinessDate;
  readonly settledOn: BusinessDate | undefined;
  /** Minor units; every currency of the sample has two digits. */
  readonly total: number;
  readonly open: number;
}

function invoiceRows(today: BusinessDate, calendar: Calendar): readonly (readonly string[])[] {
  const billed = sampleCustomers.flatMap((customer, place) =>
    billedTo(customer.habit).map((due, turn) => bill(customer, due, place + turn, { today, calendar })),
  );
  return billed
    .toSorted((a, b) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : 0))
    .map((one, index) => invoiceRow(one, `S-${1001 + index}`));
}

function bill(
  customer: SampleCustomer,
  { due, sizePercent, paidAfterDays, left }: SampleDue,
  turn: number,
  { today, calendar }: { readonly today: BusinessDate; readonly calendar: Calendar },
): Billed {
  const dueOn =
    'daysAgo' in due ? addDays(today, -due.daysAgo) : addBusinessDays(calendar, today, due.businessDaysAhead);
  // Round sums only would look made; a few odd cents, always the same.
  const total = customer.usual * sizePercent + (customer.usual > 10_000 ? 0 : (turn * 37) % 100);
  const open = paidAfterDays === undefined ? Math.round(total * (left ?? 1)) : 0;
  return {
    customer,
    currency: customer.currencies[turn % 3 === 2 ? customer.currencies.length - 1 : 0] ?? 'EUR',
    issuedOn: addDays(dueOn, -customer.termsDays),
    dueOn,
    settledOn: paidAfterDays === undefined ? undefined : addDays(dueOn, paidAfterDays),
    total,
    open,
  };
}

function invoiceRow(billed: Billed, number: string): readonly string[] {
  const { customer, currency, issuedOn, dueOn, settledOn, total, open } = billed;
  const sums = [currency, decimal(total), decimal(open)];
  return [
    customer.number,
    customer.name,
    customer.country,
    number,
    issuedOn,
    dueOn,
    ...sums,
    settledOn ?? '',
  ];
}

function decimal(minor: number): string {
  return `${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
}

/** A row for each contact; one without any for a customer of whom the books know nobody. */
function customerRows(customer: SampleCustomer): readonly (readonly string[])[] {
  const { number, name, payerType, termsDays, language = '', address, taxId = '' } = customer;
  const facts = [number, name, payerType, String(termsDays), language, address, taxId];
  const contacts = customer.contacts.length === 0 ? [['', ''] as const] : customer.contacts;
  return contacts.map(([person, role, mailbox, phone]) => [
    ...facts,
    customer.needsPurchaseOrder ? 'yes' : 'no',
    person,
    role,
    mailbox === undefined ? '' : `${mailbox}@${domainOf(name)}`,
    phone ?? '',
  ]);
}

/** `.example` is reserved (RFC 2606): no mail can reach anybody. */
function domainOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^A-Za-z ]/g, '');
  return `${plain.split(' ').filter(Boolean).slice(0, 2).join('-').toLowerCase()}.example`;
}
