import { type Invoice, openOn } from '../ledger/history.ts';
import { nextDay } from '../oracle/days.ts';
import type { Dice } from './dice.ts';

/** What somebody types into the channel of their own accord, because a customer said something. */
export interface Initiative {
  readonly user: string;
  readonly line: string;
}

/**
 * What customers say on a day: in each quarter each of them may dispute an invoice, ask for patience, for instalments,
 * or say that money is on its way. Only who owes something by then has anything to say.
 */
export function initiativesOn(history: readonly Invoice[], dice: Dice, day: string): readonly Initiative[] {
  const before = nextDay(day, -1);
  return [...new Set(history.map(({ customer }) => customer))].flatMap((customer) => {
    const overdue = history.filter(
      (one) => one.customer === customer && one.dueOn < before && openOn(one, before) > 0,
    );
    const [oldest] = overdue;
    if (oldest === undefined) return [];
    const roll = (what: string): number => dice.roll(customer, day, what);
    return sayings.flatMap(({ what, chance, user, line }) =>
      roll(what) < chance ? [{ user, line: line({ customer, oldest, overdue, day, before, roll }) }] : [],
    );
  });
}

interface Situation {
  readonly customer: string;
  readonly oldest: Invoice;
  readonly overdue: readonly Invoice[];
  readonly day: string;
  /** The last day that the books cover. */
  readonly before: string;
  readonly roll: (what: string) => number;
}

const sayings: readonly {
  readonly what: string;
  /** On a day on which something is overdue. */
  readonly chance: number;
  readonly user: string;
  readonly line: (situation: Situation) => string;
}[] = [
  {
    what: 'disputes',
    chance: 0.04,
    user: 'U0LENA',
    line: ({ customer, oldest, before, roll }) => {
      const part = roll('all of it') < 0.5 ? '' : ` ${amount(openOn(oldest, before) * 0.4)}`;
      return `/dispute ${customer} ${oldest.number}${part} quality scratched housing`;
    },
  },
  {
    what: 'asks for patience',
    chance: 0.03,
    user: 'U0LENA',
    line: ({ customer, oldest, day, roll }) => {
      const one = roll('one of them') < 0.5 ? ` ${oldest.number}` : '';
      return `/pause ${customer}${one} ${nextDay(day, 2 + Math.floor(roll('days') * 6))} new bookkeeper`;
    },
  },
  {
    what: 'asks for instalments',
    chance: 0.015,
    user: 'U0LENA',
    line: ({ customer }) => `/plan ${customer} 3 monthly`,
  },
  {
    what: 'says it is on its way',
    chance: 0.03,
    user: 'U0RITA',
    line: ({ customer, overdue, before }) =>
      `/payment ${customer} ${amount(overdue.reduce((sum, one) => sum + openOn(one, before), 0))}`,
  },
];

const amount = (cents: number): string => (Math.floor(cents) / 100).toFixed(2);
