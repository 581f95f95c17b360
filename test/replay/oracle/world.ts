import { grouped } from './grouped.ts';
import type { Invoice } from '../ledger/history.ts';
import { nextDay, type Days } from './days.ts';
import type { Called, Log } from './events.ts';
import { monthNumber } from './events.ts';
import { floorCents } from './ladder.ts';

/** A customer's word, as far as it rests something. */
export interface Promised {
  readonly customer: string;
  readonly from: Date;
  /** When it was replaced, or the books could show that its day had passed. */
  readonly until: Date;
  readonly invoices: ReadonlySet<string>;
}

/** What the books had said by an instant, reckoned from the file and from what was imported when. */
export interface World {
  readonly days: Days;
  readonly invoices: readonly Invoice[];
  readonly invoiceOf: (number: string) => Invoice | undefined;
  readonly coveredAt: (at: Date) => string;
  readonly isOpen: (invoice: Invoice, at: Date) => boolean;
  readonly effectiveDue: (invoice: Invoice) => string;
  readonly promises: readonly Promised[];
  readonly isPromised: (invoice: Invoice, at: Date) => boolean;
  /** Whether there is pressure on it: open, above the floor, no promise. */
  readonly isPressed: (invoice: Invoice, at: Date) => boolean;
  readonly ofCustomer: (customer: string) => readonly Invoice[];
}

export function createWorld(invoices: readonly Invoice[], log: Log, days: Days): World {
  const byNumber = new Map(invoices.map((one) => [one.number, one]));
  const byCustomer = grouped(invoices, ({ customer }) => customer);
  const ofCustomer = (customer: string): readonly Invoice[] => byCustomer.get(customer) ?? [];
  const coveredAt = (at: Date): string => log.covered.findLast((one) => one.at <= at)?.through ?? '';
  const isOpen = (invoice: Invoice, at: Date): boolean => isOpenAsOf(invoice, coveredAt(at));
  const effectiveDue = (invoice: Invoice): string => days.open(invoice.dueOn);
  const bare = { days, log, coveredAt, effectiveDue, ofCustomer };
  const promises = [...new Set(log.called.map(({ customer }) => customer))].flatMap((customer) =>
    promisesOf(bare, customer),
  );
  const restingOf = grouped(promises, ({ customer }) => customer);
  const isPromised = ({ customer, number }: Invoice, at: Date): boolean =>
    (restingOf.get(customer) ?? []).some(
      ({ from, until, invoices: covered }) => from <= at && at < until && covered.has(number),
    );
  return {
    days,
    invoices,
    invoiceOf: (number) => byNumber.get(number),
    coveredAt,
    isOpen,
    effectiveDue,
    promises,
    isPromised,
    isPressed: (one, at) => one.cents >= floorCents && isOpen(one, at) && !isPromised(one, at),
    ofCustomer,
  };
}

function isOpenAsOf({ issuedOn, settledOn }: Invoice, through: string): boolean {
  return issuedOn <= through && (settledOn === undefined || settledOn > through);
}

type Bare = Pick<World, 'days' | 'coveredAt' | 'effectiveDue' | 'ofCustomer'> & { readonly log: Log };

/** After two that broke a customer's word rests nothing any more. */
function promisesOf(bare: Bare, customer: string): readonly Promised[] {
  const calls = bare.log.called.filter((one) => one.customer === customer && one.promisedFor !== undefined);
  const resting: Promised[] = [];
  const endings: { readonly at: Date }[] = [];
  for (const [index, call] of calls.entries()) {
    const through = bare.coveredAt(call.at);
    const open = bare.ofCustomer(customer).filter((one) => isOpenAsOf(one, through));
    const { day } = bare.days.wall(call.at);
    const overdue = open.filter((one) => bare.effectiveDue(one) < day);
    const about = overdue.length > 0 ? overdue : open;
    const last = bare.days.shift(dayPromised(call), 1);
    const judged = bare.log.covered.find((one) => one.through >= last)?.at ?? farAway;
    const replaced = calls[index + 1]?.at ?? farAway;
    const trusted = endings.filter(({ at }) => at <= call.at).length < 2;
    const until = replaced < judged ? replaced : judged;
    if (trusted)
      resting.push({ customer, from: call.at, until, invoices: new Set(about.map(({ number }) => number)) });
    if (judged <= replaced && isBroken(bare, call, through, last, sumOf(about))) endings.push({ at: judged });
  }
  return resting;
}

const farAway = new Date('9999-01-01');

/** Half a per cent may be missing. */
function isBroken({ ofCustomer }: Bare, call: Called, after: string, last: string, amount: number): boolean {
  const paid = ofCustomer(call.customer).filter(
    ({ settledOn }) => settledOn !== undefined && settledOn > after && settledOn <= last,
  );
  return sumOf(paid) < amount * 0.995;
}

const sumOf = (invoices: readonly Invoice[]): number => invoices.reduce((sum, { cents }) => sum + cents, 0);

/** "Tue 7 Feb" said in February is this year's; "Fri 4 Jan" said in December the next one's. */
function dayPromised({ at, promisedFor = '' }: Called): string {
  const said = at.toISOString().slice(0, 10);
  if (promisedFor === 'today') return said;
  if (promisedFor === 'tomorrow') return nextDay(said);
  const [, date = '', month = '', year] = /(\d{1,2}) (\w{3})(?: (\d{4}))?$/.exec(promisedFor) ?? [];
  const day = (of: string): string => `${of}-${monthNumber(month)}-${date.padStart(2, '0')}`;
  const thisYear = day(year ?? said.slice(0, 4));
  return thisYear >= said ? thisYear : day(String(Number(said.slice(0, 4)) + 1));
}
