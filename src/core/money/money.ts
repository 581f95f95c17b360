import * as currencies from 'dinero.js/bigint/currencies';
import { DomainError } from '../error.ts';
import { quoted } from '../reading/quoted.ts';

/** ISO 4217, upper case. */
export type Currency = string;

/**
 * A sum in minor units (cents, yen, fils). The type parameter keeps euros from dollars at compile time wherever
 * both currencies are known there; everywhere else the functions below throw.
 */
export interface Money<C extends Currency = Currency> {
  readonly amount: bigint;
  readonly currency: C;
}

/** `unknown` when two currencies may be the same, so that `Money<B> & Alike<A, B>` refuses only certain mistakes. */
type Alike<A extends Currency, B extends Currency> = A extends B ? unknown : B extends A ? unknown : never;

/** Throws `invalid` for a code that ISO 4217 does not list. */
export function money<C extends Currency>(amount: bigint, currency: C): Money<C> {
  minorDigits(currency);
  return { amount, currency };
}

export function zero<C extends Currency>(currency: C): Money<C> {
  return money(0n, currency);
}

export function add<A extends Currency, B extends Currency>(
  a: Money<A>,
  b: Money<B> & Alike<A, B>,
): Money<A> {
  assertSameCurrency(a, b);
  return { amount: a.amount + b.amount, currency: a.currency };
}

export function subtract<A extends Currency, B extends Currency>(
  a: Money<A>,
  b: Money<B> & Alike<A, B>,
): Money<A> {
  assertSameCurrency(a, b);
  return { amount: a.amount - b.amount, currency: a.currency };
}

export function negate<C extends Currency>(a: Money<C>): Money<C> {
  return { amount: -a.amount, currency: a.currency };
}

/** Negative, zero or positive, as `Array.prototype.sort` wants it. */
export function compare<A extends Currency, B extends Currency>(
  a: Money<A>,
  b: Money<B> & Alike<A, B>,
): number {
  assertSameCurrency(a, b);
  return a.amount < b.amount ? -1 : a.amount > b.amount ? 1 : 0;
}

/** The currency is named because an empty list has none. */
export function sum<C extends Currency, I extends Currency = C>(
  list: Iterable<Money<I> & Alike<I, C>>,
  currency: C,
): Money<C> {
  const total = zero(currency);
  let { amount } = total;
  for (const item of list) {
    assertSameCurrency(total, item);
    amount += item.amount;
  }
  return { amount, currency };
}

/** Decimal places of the currency by ISO 4217: 2 for EUR, 0 for JPY, 3 for KWD. Throws `invalid` for an unknown code. */
export function minorDigits(currency: Currency): number {
  const digits = digitsByCode.get(currency);
  if (digits === undefined) throw unknownCurrency(currency);
  return digits;
}

/**
 * ISO 4217 gives ariary and ouguiya two decimal places although their minor unit is a fifth; banks and ERP exports
 * write them decimally, so Dunwell does too.
 */
const digitsByCode: ReadonlyMap<Currency, number> = new Map(
  Object.values(currencies).map(({ code, base, exponent }) => [code, base === 10n ? Number(exponent) : 2]),
);

function assertSameCurrency(a: Money, b: Money): void {
  if (a.currency === b.currency) return;
  throw new DomainError(
    'invalid',
    `${a.currency} and ${b.currency} cannot be put together: keep one sum for each currency.`,
  );
}

function unknownCurrency(currency: string): DomainError {
  return new DomainError(
    'invalid',
    `${quoted(currency)} is not a currency code. Write the three capital letters of ISO 4217, for example EUR.`,
  );
}
