import { type Invoice, openOn } from '../ledger/history.ts';
import type { Call } from './calls.ts';
import { nextDay } from './days.ts';
import type { Letter } from './events.ts';
import { friendlyMail, positionOf, punctuality } from './ladder.ts';
import type { World } from './world.ts';

/**
 * Kind mails to whom somebody should have called, kind calls to whom a mail should have gone, and demands for what is
 * not owed yet.
 */
export function wrongInKind(
  world: World,
  letters: readonly Letter[],
  calls: readonly Call[],
): readonly string[] {
  return [...letters.flatMap((letter) => wronglyNamed(world, letter)), ...wronglyCalled(world, calls)];
}

function wronglyNamed(world: World, { at, customer, what, invoices }: Letter): readonly string[] {
  const { day } = world.daysOf(customer).wall(at);
  const early = invoices
    .flatMap((number) => world.invoiceOf(number) ?? [])
    .filter((one) => world.effectiveDue(one) >= day);
  const wrong = what === 'payment demand' ? early : early.filter((one) => isForCall(world, one, at));
  return wrong.map(({ number }) => `${at.toISOString()} ${customer} ${what} names ${number}`);
}

/** Which of the coming invoices it is about nobody can see; one that is not for a mail is enough. */
function wronglyCalled(world: World, calls: readonly Call[]): readonly string[] {
  return calls
    .filter(({ position }) => position === positionOf(friendlyMail.place))
    .filter(({ customer, at }) => {
      const coming = comingOf(world, customer, at);
      return coming.length > 0 && coming.every((one) => isForMail(world, one, at));
    })
    .map(
      ({ customer, at }) => `${at.toISOString()} ${customer} ${friendlyMail.place} about small or punctual`,
    );
}

function comingOf(world: World, customer: string, at: Date): readonly Invoice[] {
  const days = world.daysOf(customer);
  const { day } = days.wall(at);
  return world.ofCustomer(customer).filter((one) => {
    const due = world.effectiveDue(one);
    return world.isOpen(one, at) && day < due && days.shift(due, -3) <= day;
  });
}

function isForCall(world: World, invoice: Invoice, at: Date): boolean {
  const cents = world.pressedCents(invoice, at);
  return cents !== undefined && cents >= friendlyMail.belowCents && !paysInTime(world, invoice.customer, at);
}

/** A call may have been decided before the night's books were in. */
function isForMail(world: World, invoice: Invoice, at: Date): boolean {
  return [at, new Date(at.getTime() - 86_400_000)].every(
    (when) =>
      openOn(invoice, world.coveredAt(when)) < friendlyMail.belowCents ||
      paysInTime(world, invoice.customer, when),
  );
}

/** By the latest invoices that the books call settled. */
function paysInTime(world: World, customer: string, at: Date): boolean {
  const through = world.coveredAt(at);
  const settled = world
    .ofCustomer(customer)
    .filter(({ settledOn }) => settledOn !== undefined && settledOn <= through)
    .map((one) => ({ due: world.effectiveDue(one), number: one.number, on: one.settledOn ?? '' }))
    .toSorted((a, b) => (a.due === b.due ? (a.number < b.number ? 1 : -1) : a.due < b.due ? 1 : -1))
    .slice(0, punctuality.atMost);
  const late = settled.filter(({ due, on }) => on > nextDay(due, punctuality.bankDays));
  return settled.length >= punctuality.atLeast && late.length <= punctuality.late;
}
