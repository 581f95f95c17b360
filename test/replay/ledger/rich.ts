import { createDice, type Dice } from '../people/dice.ts';
import { nextDay } from '../oracle/days.ts';
import type { Invoice } from './history.ts';

/** Who owes in the invented ledger that has everything in it: several countries, zones, holidays and currencies. */
const customers = [
  { customer: '1001-DEAAA', country: 'DE', currency: 'EUR' },
  { customer: '1002-FRAAA', country: 'FR', currency: 'EUR' },
  { customer: '1003-GBAAA', country: 'GB', currency: 'GBP' },
  { customer: '1004-ITAAA', country: 'IT', currency: 'EUR' },
  { customer: '1005-LVAAA', country: 'LV', currency: 'EUR' },
  { customer: '1006-CHAAA', country: 'CH', currency: 'CHF' },
  { customer: '1007-DEBBB', country: 'DE', currency: 'USD' },
  { customer: '1008-ESAAA', country: 'ES', currency: 'EUR' },
] as const;

/** An invoice a fortnight for each customer, paid in one part or in two or three, by some in time, by others months late. */
export function richHistory({
  from,
  to,
  seed,
}: {
  from: string;
  to: string;
  seed: number;
}): readonly Invoice[] {
  const dice = createDice(seed);
  return customers.flatMap((customer, index) => {
    const invoices: Invoice[] = [];
    const most = (day: string): number => 10 + Math.floor(dice.roll(customer.customer, day, 'next') * 12);
    for (let day = nextDay(from, index); day <= to; day = nextDay(day, most(day)))
      invoices.push(invoiceOf(dice, customer, { day, number: numberOf(index, invoices.length) }));
    return invoices;
  });
}

const numberOf = (customer: number, invoice: number): string => String(70_000 + customer * 1_000 + invoice);

function invoiceOf(
  dice: Dice,
  { customer, country, currency }: (typeof customers)[number],
  { day, number }: { readonly day: string; readonly number: string },
): Invoice {
  const roll = (what: string): number => dice.roll(customer, number, what);
  const cents = 4_000 + Math.floor(roll('cents') * 400_000);
  const dueOn = nextDay(day, 14);
  const settledOn = nextDay(dueOn, Math.floor(roll('late') ** 2 * 75) - 5);
  const bare = { number, customer, country, currency, issuedOn: day, dueOn, settledOn, cents };
  return { ...bare, partly: roll('parts') < 0.35 ? partsOf(roll, bare) : [] };
}

/** A third of some and a credit note of others comes between the issue and the end. */
function partsOf(
  roll: (what: string) => number,
  {
    issuedOn,
    settledOn,
    cents,
  }: { readonly issuedOn: string; readonly settledOn: string; readonly cents: number },
): Invoice['partly'] {
  const days = Math.round((Date.parse(settledOn) - Date.parse(issuedOn)) / 86_400_000);
  const on = nextDay(issuedOn, 1 + Math.floor(roll('when') * (days - 1)));
  return on < settledOn ? [{ on, cents: Math.floor(cents * (0.1 + roll('how much') * 0.6)) }] : [];
}
