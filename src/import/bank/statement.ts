import type { BusinessDate } from '../../core/calendar/business-date.ts';
import type { Money } from '../../core/money.ts';

/** One booking of an account as its bank tells it; a batch that the bank itemises is one line for each item. */
export interface StatementLine {
  /** The same booking has the same key in every file of its bank. */
  readonly key: string;
  readonly direction: 'in' | 'out';
  /** The bank says that it takes an earlier booking back. */
  readonly reversal: boolean;
  /** Above zero, whatever the direction. */
  readonly amount: Money;
  readonly bookedOn: BusinessDate;
  readonly valuedOn?: BusinessDate;
  /** Whoever paid, or was paid. */
  readonly name?: string;
  readonly iban?: string;
  readonly endToEndId?: string;
  /** Everything said about what it is for, structured references too. */
  readonly remittance: string;
}

export interface Balance {
  /** Negative when the account is overdrawn. */
  readonly amount: Money;
  readonly on: BusinessDate;
}

export interface BankStatement {
  readonly id: string;
  /** Ours: an IBAN where there is one. */
  readonly account: string;
  readonly opening?: Balance;
  readonly closing?: Balance;
  readonly lines: readonly StatementLine[];
  /** Announced by the bank and not booked: nothing of that counts. */
  readonly pending: number;
  /** What does not add up or cannot be checked, a sentence each. */
  readonly faults: readonly string[];
  /** The days of which every booking is in it, as far as its balances prove that. */
  readonly covers?: { readonly from: BusinessDate; readonly to: BusinessDate };
}

/** What a bank's file holds. */
export interface BankFile {
  readonly format: string;
  readonly statements: readonly BankStatement[];
}
