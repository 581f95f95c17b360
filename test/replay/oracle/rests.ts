import type { Invoice } from '../ledger/history.ts';
import { openOn } from '../ledger/history.ts';
import type { Agreed, Ended } from './agreed.ts';
import type { Days } from './days.ts';

export type RestKind = 'promise' | 'dispute' | 'pause' | 'plan' | 'advice';

/** What must not be pressed, and when. */
export interface Rest {
  readonly kind: RestKind;
  readonly customer: string;
  readonly from: Date;
  readonly until: Date;
  /** From its end until then nobody can tell from outside whether it rests; it is neither expected nor forbidden to press it. */
  readonly unsureUntil: Date;
  /** Undefined: all, of now and later. */
  readonly invoices: ReadonlySet<string> | undefined;
  /** Only so much of it. */
  readonly cents?: number;
}

export const farAway = new Date('9999-01-01');

export interface Books {
  readonly coveredAt: (at: Date) => string;
  readonly daysOf: (customer: string) => Days;
  readonly ofCustomer: (customer: string) => readonly Invoice[];
}

/** What people agreed on, from when it was noted until its day came, its thread said that it is over, or it was noted anew. */
export function restsOf(books: Books, agreed: readonly Agreed[], ended: readonly Ended[]): readonly Rest[] {
  return agreed.map((one) => {
    const { kind, customer, at, cents } = one;
    const ends = ended.filter((end) => end.customer === customer && end.kind === kind && end.at >= at);
    const [end] = ends;
    const day = one.until === undefined ? farAway : books.daysOf(customer).startOf(one.until);
    const until = [end?.at ?? farAway, day, ...cashAfter(books, one)].reduce((a, b) => (a < b ? a : b));
    const settled = ends.find(({ inPart }) => !inPart)?.at ?? farAway;
    const unsureUntil = kind === 'advice' ? day : end?.inPart === true ? settled : until;
    const invoices = invoicesOf(books, one);
    // A part of an invoice is disputed, whole invoices are all else.
    const part = kind === 'dispute' && cents !== undefined ? { cents } : {};
    return { kind, customer, from: at, until, unsureUntil, invoices, ...part };
  });
}

/** Word of a payment rests until it comes, and it may come in parts. */
function cashAfter({ coveredAt, ofCustomer }: Books, { kind, customer, at, until }: Agreed): readonly Date[] {
  if (kind !== 'advice' || until === undefined) return [];
  const known = coveredAt(at);
  const came = ofCustomer(customer).some((one) => openOn(one, until) < openOn(one, known));
  return came ? [at] : [];
}

function invoicesOf({ coveredAt, daysOf, ofCustomer }: Books, one: Agreed): Rest['invoices'] {
  if (one.invoices.length > 0) return new Set(one.invoices);
  if (one.kind === 'pause') return undefined;
  const days = daysOf(one.customer);
  const { day } = days.wall(one.at);
  const overdue = ofCustomer(one.customer).filter(
    (invoice) => openOn(invoice, coveredAt(one.at)) > 0 && days.open(invoice.dueOn) < day,
  );
  return new Set(overdue.map(({ number }) => number));
}
