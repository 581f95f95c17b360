import type { BusinessDate } from '../../src/core/calendar/business-date.ts';
import { DomainError } from '../../src/core/error.ts';
import { readMoney } from '../../src/core/money.ts';
import { isWrittenAsDay, readDate } from '../../src/core/reading/date.ts';
import type { CaseOverview } from '../../src/services/case/overview.ts';

/** What somebody typed of a payment: of which case, how much, and what else. */
export interface TypedPayment {
  readonly of: CaseOverview;
  /** Minor units of the case's currency. */
  readonly amount: bigint;
  /** The words after the amount. */
  readonly rest: readonly string[];
}

/** What the words after an amount say: a day if they begin with one, and the rest as a reference. */
export interface TypedReceipt {
  readonly receivedOn: BusinessDate;
  readonly reference: string | undefined;
}

/**
 * Reads the amount that the words begin with, and so which of a customer's cases is meant: where there are several,
 * the currency has to tell.
 * @param cases at least one, all of one customer
 * @throws DomainError `invalid` for no amount, or one that could be of several currencies
 */
export function readPayment(
  cases: readonly [CaseOverview, ...CaseOverview[]],
  words: readonly string[],
): TypedPayment {
  const taken = currencyApart(words) ? 2 : 1;
  const text = words.slice(0, taken).join(' ');
  const rest = words.slice(taken);
  refuseSpaced(text, rest[0]);
  const [only, ...others] = cases;
  if (others.length === 0)
    return { of: only, amount: readMoney(text, { currency: only.currency }).amount, rest };
  const found = cases.flatMap((of) => {
    const amount = unlessInvalid(() => readMoney(text, { currency: of.currency }).amount);
    return amount === undefined ? [] : [{ of, amount, rest }];
  });
  const [first, second] = found;
  if (first !== undefined && second === undefined) return first;
  throw new DomainError(
    'invalid',
    `${only.name} owes in ${cases.map(({ currency }) => currency).join(' and ')}: write the amount with its currency, for example 4100 ${only.currency}.`,
  );
}

/** `4 100` is one amount to some and an amount and a number to others: too much money to guess. */
function refuseSpaced(text: string, next: string | undefined): void {
  if (/^\d{1,3}$/.test(text) && next !== undefined && /^\d{3}(?:[.,]\d*)?$/.test(next))
    throw new DomainError(
      'invalid',
      `"${text} ${next}" could be one amount or two numbers: write ${text}${next}, or a word between them.`,
    );
}

/** @throws DomainError `invalid` for something written like a day that is none. */
export function readReceipt(
  words: readonly string[],
  today: BusinessDate,
  order: 'DMY' | 'MDY',
): TypedReceipt {
  for (let taken = Math.min(words.length, longestDate); taken > 0; taken -= 1) {
    const receivedOn = dayIn(words.slice(0, taken).join(' '), today, order);
    if (receivedOn !== undefined) return { receivedOn, reference: joined(words.slice(taken)) };
  }
  return { receivedOn: today, reference: joined(words) };
}

/** Words of a date at most: `Fri 27 November 2026`. */
const longestDate = 4;

/** `4100 EUR`, `EUR 4100`: one of both words alone has the digits. */
function currencyApart([first = '', second = '']: readonly string[]): boolean {
  const apart = /\d/.test(first) !== /\d/.test(second);
  return apart && [first, second].some((word) => /^(?:[A-Z]{3}|\p{Sc})$/u.test(word));
}

function dayIn(text: string, today: BusinessDate, order: 'DMY' | 'MDY'): BusinessDate | undefined {
  const read = () => readDate(text, { today, order, looking: 'back' });
  // What looks like nothing but a day was meant as one: its fault is said, not booked as a reference.
  const isDay = isWrittenAsDay(text, order) || /^\d{1,4}[./-]\d{1,2}(?:[./-]\d{0,4})?$/.test(text);
  return isDay ? read() : undefined;
}

function unlessInvalid<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

function joined(words: readonly string[]): string | undefined {
  return words.length === 0 ? undefined : words.join(' ');
}
