import { type Invoice, openOn } from '../ledger/history.ts';
import { calendarsOf } from './customers.ts';
import type { Days } from './days.ts';
import type { Log } from './events.ts';
import { grouped } from './grouped.ts';
import { floorCents } from './ladder.ts';
import { promisesOf } from './promises.ts';
import { type Rest, restsOf } from './rests.ts';

/** What the books had said by an instant, reckoned from the file and from what was imported and noted when. */
export interface World {
  readonly invoices: readonly Invoice[];
  readonly rests: readonly Rest[];
  readonly daysOf: (customer: string) => Days;
  readonly invoiceOf: (number: string) => Invoice | undefined;
  readonly ofCustomer: (customer: string) => readonly Invoice[];
  readonly isOpen: (invoice: Invoice, at: Date) => boolean;
  readonly effectiveDue: (invoice: Invoice) => string;
  /** What rests all that is open of it; nothing when some of it may be pressed, or nobody can tell. */
  readonly atRest: (invoice: Invoice, at: Date) => Rest | undefined;
  /** Whether there must be pressure on it: enough is open and certainly not at rest. */
  readonly isPressed: (invoice: Invoice, at: Date) => boolean;
  /** What must be pressed of it, in cents; undefined when nobody can tell. */
  readonly pressedCents: (invoice: Invoice, at: Date) => number | undefined;
  /** The last day that the books were in for. */
  readonly coveredAt: (at: Date) => string;
}

export function createWorld(invoices: readonly Invoice[], log: Log): World {
  const byNumber = new Map(invoices.map((one) => [one.number, one]));
  const byCustomer = grouped(invoices, ({ customer }) => customer);
  const ofCustomer = (customer: string): readonly Invoice[] => byCustomer.get(customer) ?? [];
  const coveredAt = (at: Date): string => log.covered.findLast((one) => one.at <= at)?.through ?? '';
  const daysOf = calendarsOf(invoices);
  const books = { coveredAt, daysOf, ofCustomer, covered: log.covered };
  const promised = grouped(
    log.called.filter(({ promisedFor }) => promisedFor !== undefined),
    ({ customer }) => customer,
  );
  const rests = [
    ...[...promised.values()].flatMap((calls) => promisesOf(books, calls)),
    ...restsOf(books, log.agreed, log.ended),
  ];
  const resting = restingBy(rests, (one, at) => openOn(one, coveredAt(at)));
  return {
    invoices,
    rests,
    daysOf,
    invoiceOf: (number) => byNumber.get(number),
    ofCustomer,
    isOpen: (one, at) => openOn(one, coveredAt(at)) > 0,
    effectiveDue: ({ customer, dueOn }) => daysOf(customer).open(dueOn),
    coveredAt,
    ...resting,
  };
}

function restingBy(
  rests: readonly Rest[],
  openAt: (invoice: Invoice, at: Date) => number,
): Pick<World, 'atRest' | 'isPressed' | 'pressedCents'> {
  const byCustomer = grouped(rests, ({ customer }) => customer);
  const about = ({ customer, number }: Invoice): readonly Rest[] =>
    (byCustomer.get(customer) ?? []).filter(({ invoices }) => invoices?.has(number) ?? true);
  const heldOf = (one: Invoice, at: Date): readonly Rest[] =>
    about(one).filter(({ from, until }) => from <= at && at < until);
  const left = (one: Invoice, at: Date): number =>
    heldOf(one, at).reduce((open, { cents }) => open - (cents ?? open), openAt(one, at));
  const isUnsure = (one: Invoice, at: Date): boolean =>
    about(one).some(({ until, unsureUntil }) => until <= at && at < unsureUntil);
  return {
    atRest: (one, at) => (left(one, at) <= 0 ? heldOf(one, at)[0] : undefined),
    isPressed: (one, at) => left(one, at) >= floorCents && !isUnsure(one, at),
    pressedCents: (one, at) => (isUnsure(one, at) ? undefined : left(one, at)),
  };
}
