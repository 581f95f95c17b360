import { openOn, paidBetween } from '../ledger/history.ts';
import type { Called } from './events.ts';
import { dayNamed } from './named-days.ts';
import { type Books, farAway, type Rest } from './rests.ts';

type Judged = Books & { readonly covered: readonly { readonly at: Date; readonly through: string }[] };

/** What a customer's words rest. After two that broke, words rest nothing any more. */
export function promisesOf(books: Judged, calls: readonly Called[]): readonly Rest[] {
  const resting: Rest[] = [];
  const endings: Date[] = [];
  for (const [index, call] of calls.entries()) {
    const { customer, at: from } = call;
    const days = books.daysOf(customer);
    const about = promisedInvoices(books, call);
    const last = days.shift(dayNamed(call.promisedFor ?? '', from), 1);
    const judged = books.covered.find((one) => one.through >= last)?.at ?? farAway;
    const replaced = calls[index + 1]?.at ?? farAway;
    const kept =
      books.covered.find((one) => one.at > from && isKept(books, call, one.through))?.at ?? farAway;
    const until = [replaced, judged, kept].reduce((a, b) => (a < b ? a : b));
    const invoices = new Set(about.map(({ number }) => number));
    if (endings.filter((at) => at <= from).length < 2)
      resting.push({ kind: 'promise', customer, from, until, unsureUntil: until, invoices });
    if (judged <= replaced && !isKept(books, call, last)) endings.push(judged);
  }
  return resting;
}

function promisedInvoices({ coveredAt, daysOf, ofCustomer }: Books, { customer, at }: Called) {
  const open = ofCustomer(customer).filter((one) => openOn(one, coveredAt(at)) > 0);
  const days = daysOf(customer);
  const overdue = open.filter((one) => days.open(one.dueOn) < days.wall(at).day);
  return overdue.length > 0 ? overdue : open;
}

/** Whatever comes in counts for a word; half a per cent may be missing. */
function isKept(books: Books, call: Called, last: string): boolean {
  const known = books.coveredAt(call.at);
  const owed = promisedInvoices(books, call).reduce((sum, one) => sum + openOn(one, known), 0);
  const paid = books.ofCustomer(call.customer).reduce((sum, one) => sum + paidBetween(one, known, last), 0);
  return paid >= owed * 0.995;
}
