import { type Case, dayFromNow } from '../described.ts';
import { anyCase } from './case.ts';

/** Any case without what the database would refuse: two lines about one invoice, two open calls, too much paid. */
export const oneCase = anyCase.map((of): Case => {
  const n = Math.max(1, of.invoices.length);
  const lines = <L extends { readonly invoice: number }>(all: readonly L[]): readonly L[] =>
    of.invoices.length === 0 ? [] : onceEach(all, ({ invoice: about }) => about % n);
  return {
    ...of,
    invoices: of.invoices.map((one) => ({ ...one, payments: one.amount % 1000n === 0n ? one.payments : [] })),
    contacts: of.contacts.map((one) => ({ ...one, invoices: lines(one.invoices) })),
    promises: of.promises.map((one) => ({ ...one, lines: lines(one.lines) })),
    disputes: of.disputes.map((one) => ({ ...one, lines: lines(one.lines) })),
    plans: onceEach(of.plans, ({ status }) => (status === 'agreed' ? 'live' : {})).map((one) => ({
      ...one,
      invoices: of.invoices.length === 0 ? [] : onceEach(one.invoices, (about) => about % n),
      agreedOn: one.status === 'agreed' ? (one.agreedOn ?? dayFromNow(-3)) : one.agreedOn,
    })),
    pauses: of.pauses.map((one) => ({
      ...one,
      invoices: of.invoices.length === 0 ? [] : onceEach(one.invoices, (about) => about % n),
    })),
    approvals: onceEach(of.approvals, ({ status, step: asked }) => (status === 'pending' ? asked : {})),
    // A letter that is not beside the ladder was one of its contacts.
    letters: of.letters.map((one) => ({ ...one, beside: one.beside || of.contacts.length === 0 })),
    tasks: onceEach(
      of.tasks.map((one) => (one.kind === 'call' ? { ...one, step: one.step ?? 'due-day-call' } : one)),
      ({ kind, open, dueAt }) =>
        open && kind === 'call' ? 'call' : kind === 'call back' ? dueAt.getTime() : {},
    ),
  };
});

/** The first of each kind; a kind that is an object of its own is like no other. */
export function onceEach<T>(all: readonly T[], kindOf: (one: T) => unknown): readonly T[] {
  const seen = new Set<unknown>();
  return all.filter((one) => {
    const kind = kindOf(one);
    if (seen.has(kind)) return false;
    seen.add(kind);
    return true;
  });
}
