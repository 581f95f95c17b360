import { addDays, type BusinessDate, weekday } from '../calendar/business-date.ts';
import { add, type Currency, type Money, zero } from '../money.ts';

/** Money that somebody or something says will come on a day. */
export interface Expected {
  readonly on: BusinessDate;
  /** A promise (or an instalment) names its day; an invoice that is not due yet has its due date. */
  readonly by: 'promise' | 'due date';
  readonly amount: Money;
}

export interface ExpectedSlot {
  readonly from: BusinessDate;
  /** The last day that counts. */
  readonly to: BusinessDate;
  readonly promised: Money;
  readonly due: Money;
}

/**
 * What is to come in, sorted into slots. The rule is no more than it seems: a promise counts on its day for what is
 * missing of it, an invoice on its due date for what is open of it and not promised, all of it for sure. What is overdue
 * without a promise has no day and counts nowhere; nor does what lies outside the slots.
 */
export function expectedIn(
  slots: readonly Pick<ExpectedSlot, 'from' | 'to'>[],
  currency: Currency,
  expected: readonly Expected[],
): readonly ExpectedSlot[] {
  return slots.map(({ from, to }) => {
    const here = expected.filter(({ on }) => from <= on && on <= to);
    const of = (by: Expected['by']): Money =>
      here.filter((one) => one.by === by).reduce((sum, one) => add(sum, one.amount), zero(currency));
    return { from, to, promised: of('promise'), due: of('due date') };
  });
}

/** This week from today to Sunday, and the weeks after it from Monday to Sunday. */
export function weeksFrom(today: BusinessDate, weeks: number): readonly Pick<ExpectedSlot, 'from' | 'to'>[] {
  const monday = addDays(today, 1 - weekday(today));
  return Array.from({ length: weeks }, (_, week) => ({
    from: week === 0 ? today : addDays(monday, 7 * week),
    to: addDays(monday, 7 * week + 6),
  }));
}

/** Days one by one, today first. */
export function daysFrom(today: BusinessDate, days: number): readonly Pick<ExpectedSlot, 'from' | 'to'>[] {
  return Array.from({ length: days }, (_, day) => ({ from: addDays(today, day), to: addDays(today, day) }));
}
