import type { BusinessDate } from '../calendar/business-date.ts';
import type { Money } from '../money.ts';
import type { NamedCustomer } from './customer-names.ts';

/** Money that came in, as far as finding out what it is for goes. */
export interface CashLine {
  readonly amount: Money;
  readonly bookedOn: BusinessDate;
  readonly name?: string;
  readonly iban?: string;
  /** Free text, structured references and the payer's own reference. */
  readonly remittance: string;
}

/** An invoice of the ledger, paid or not. */
export interface LedgerItem {
  readonly id: number;
  readonly number: string;
  readonly customerId: number;
  readonly currency: string;
  readonly effectiveDueOn: BusinessDate;
  /** Minor units. */
  readonly open: bigint;
  /** The part of it that was given up. */
  readonly writtenOff?: WrittenOff;
}

export interface WrittenOff {
  readonly writeOffId: number;
  /** Minor units. */
  readonly amount: bigint;
  readonly on: BusinessDate;
}

/** A payment that somebody recorded without a bank's line. */
export interface RecordedPayment {
  readonly paymentId: number;
  readonly customerId: number;
  readonly amount: Money;
  readonly receivedOn: BusinessDate;
}

/** What is known when a statement is matched. */
export interface MatchBook {
  readonly items: readonly LedgerItem[];
  readonly customers: readonly NamedCustomer[];
  /** Customers who paid from an account before. */
  readonly ibans: ReadonlyMap<string, readonly number[]>;
  readonly recorded: readonly RecordedPayment[];
}

export interface CashShare {
  readonly invoiceId: number;
  readonly number: string;
  readonly amount: bigint;
}

/** What a line would pay; the shares and what is not applied make its amount. */
export interface Spread {
  readonly customerId: number;
  readonly shares: readonly CashShare[];
  readonly unapplied: bigint;
  /** Why, a few words each. */
  readonly reasons: readonly string[];
}

export interface Proposal extends Spread {
  /** It may be this payment, recorded before. */
  readonly knownPaymentId?: number;
  /** The write-off that is taken back first, so that it can pay what was given up. */
  readonly recovers?: number;
}

export type Match =
  /** Booked without asking; what it does not pay is the customer's unapplied cash. */
  | ({ readonly kind: 'sure' } & Spread)
  /** A person decides; the likeliest first. */
  | { readonly kind: 'doubtful'; readonly why: string; readonly proposals: readonly Proposal[] }
  | { readonly kind: 'unknown' };
