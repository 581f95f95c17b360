/** What was sent and done, as the model reads it. */
import { businessDate } from '../../../../src/core/calendar/business-date.ts';
import type { CaseFacts, Received } from '../../../../src/core/dunning/facts.ts';
import type { Ladder } from '../../../../src/core/dunning/ladder.ts';
import { positionOf } from '../../../../src/core/dunning/place.ts';
import { around, type Case, type Contact, type Customer, now, type Task } from '../described.ts';
import { openOf } from './open.ts';

export function receivedBy(of: Case, n: number): readonly Received[] {
  const byStep = new Map<string, Contact>();
  for (const contact of inOrder(of.contacts))
    for (const { invoice, step } of contact.invoices)
      if (step !== null && invoice % of.invoices.length === n) byStep.set(step, contact);
  return [...byStep].map(([step, { on, how }]) => ({
    step,
    on: businessDate(on),
    how: how as Received['how'],
  }));
}

/** The earliest first; of one moment, in the order in which they were written. */
function inOrder<T extends { readonly at: Date }>(contacts: readonly T[]): readonly T[] {
  return contacts.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** The last call back that was made, whatever case it was about. */
export function calledBack({ cases }: Customer): Task | undefined {
  return cases
    .flatMap(({ tasks }) => tasks)
    .filter(({ kind, open }) => kind === 'call back' && !open)
    .toSorted((a, b) => a.closedAt.getTime() - b.closedAt.getTime())
    .at(-1);
}

/** Up to an instant. With the place of its case among the customer's, instead of its id. */
export function lastContact(
  { cases }: Customer,
  ladder: Ladder,
  until: Date = now,
): CaseFacts['lastContact'] {
  const all = cases.flatMap(({ contacts }, place) => contacts.map((contact) => ({ ...contact, place })));
  const last = inOrder(all)
    .filter(
      ({ at, how, joined }) => at <= until && !joined && ['done', 'delivered', 'under way'].includes(how),
    )
    .at(-1);
  if (last === undefined) return undefined;
  const step = ladder.steps.find(({ key }) => key === last.step);
  return {
    on: businessDate(last.on),
    position: positionOf(ladder, last.step),
    caseId: last.place,
    ...(step?.sequence === undefined ? {} : { sequence: step.sequence }),
  };
}

/** The highest step that anything still open received, in whatever case; told by the places of the ladder that asks. */
export function customerPosition({ cases }: Customer, ladder: Ladder): number {
  const positions = cases.flatMap((of) =>
    of.contacts.flatMap(({ invoices }) =>
      invoices.flatMap(({ invoice, step }) => {
        const about = around(of.invoices, invoice);
        return step === null || about === undefined || openOf(about) === 0n ? [] : [positionOf(ladder, step)];
      }),
    ),
  );
  return Math.max(-1, ...positions);
}
