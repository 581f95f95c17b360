import type { BusinessDate } from '../core/calendar/business-date.ts';
import type { HoldKind } from '../core/hold/kind.ts';
import type { Millionths } from '../core/interest/rate.ts';
import type { Money } from '../core/money.ts';
import type { LateBasis } from './languages/late/wording.ts';
import type { Language } from './languages/language.ts';

/** What every letter is made from. Nothing in it is computed here but the sums. */
export interface LetterFacts {
  /** The contact's language. */
  readonly language: Language;
  /** The day that the letter bears. */
  readonly date: BusinessDate;
  /** The last day whose payments the ledger has. */
  readonly asOf: BusinessDate;
  readonly creditor: Creditor;
  readonly recipient: Recipient;
  /** In the order in which they are shown. At least one, but for letters that may ask for nothing. */
  readonly invoices: readonly LetterInvoice[];
  /** Numbers of the invoices of which a copy is enclosed. */
  readonly enclosed?: readonly string[];
  /** Numbers of invoices whose copies are too big to go along. */
  readonly onRequest?: readonly string[];
  /** What is held back if it is not paid before a day. */
  readonly warnsOf?: { readonly held: HoldKind; readonly from: BusinessDate };
  /** Who else has it. */
  readonly copyTo?: readonly string[];
}

/** Who the letter comes from. Address and bank details may have several lines. */
export interface Creditor {
  readonly name: string;
  readonly address?: string;
  /** Where an answer goes: a mail address, with a telephone number if the team wants calls. */
  readonly replyTo?: string;
  /** Electronic form. Without it and without `bankDetails` the letter refers to the account named on the invoices. */
  readonly iban?: string;
  readonly bic?: string;
  readonly bankName?: string;
  /** Absent: the creditor's own name. */
  readonly accountHolder?: string;
  /** Whatever else there is to say about how to pay. */
  readonly bankDetails?: string;
  readonly taxId?: string;
  /** Where and under which number the company is registered. */
  readonly registration?: string;
}

export interface Recipient {
  readonly name: string;
  /** The person who is addressed. */
  readonly contact?: string;
  readonly address?: string;
  readonly customerNumber?: string;
}

export interface LetterInvoice {
  readonly number: string;
  readonly issued: BusinessDate;
  readonly due: BusinessDate;
  /** Calendar days since the due date; 0 or less when it is not overdue. */
  readonly daysOverdue: number;
  /** What was paid of it, and what was credited, if anything was. */
  readonly paid?: Money;
  readonly credited?: Money;
  /** What is open of it and not demanded: disputed, promised or on its way. */
  readonly rests?: Money;
  /** What is still open, less what rests: what the letter demands. */
  readonly amount: Money;
}

/** What the invoices of a letter have cost by being late, through a day. */
export interface LateFacts {
  readonly basis: LateBasis;
  readonly through: BusinessDate;
  /** Those that have cost something. */
  readonly invoices: readonly LateInvoiceCosts[];
}

export interface LateInvoiceCosts {
  readonly number: string;
  /** Rounded once, so it is not the sum of rounded periods. */
  readonly interest: Money;
  readonly fixedSum?: Money;
  readonly periods: readonly {
    readonly from: BusinessDate;
    readonly to: BusinessDate;
    readonly days: number;
    readonly principal: Money;
    readonly rate: Millionths;
  }[];
}

export interface DemandFacts extends LetterFacts {
  /** Absent: no right to any, none yet, or a rate that is not known. Nothing is guessed. */
  readonly late?: LateFacts;
  /** The day by which payment is asked for; absent: without delay. */
  readonly payBy?: BusinessDate;
}

/** A letter of ours that is known to have arrived, before this one. */
export interface WrittenBefore {
  readonly on: BusinessDate;
  /** The addresses it went to. */
  readonly to: string;
}

/** For letters that come after others; those before it are in the order in which they went. */
export interface AgainFacts extends DemandFacts {
  readonly before: readonly WrittenBefore[];
}

export interface RestoredFacts extends LetterFacts {
  /** The promise against which it was restored; absent: it was paid. */
  readonly promised?: { readonly amount: Money; readonly on: BusinessDate };
  /** A person opened it without either. */
  readonly byUs?: boolean;
}

/** A claim sues only what was demanded in writing; the rest is named as also open. */
export interface ClaimFacts extends LetterFacts {
  /** The day of the letter in which the invoices were demanded. */
  readonly demandedOn: BusinessDate;
  /** The last day for the money to arrive; after it the case goes to court. */
  readonly deadline: BusinessDate;
  readonly alsoOpen?: readonly LetterInvoice[];
  /** As in a demand. */
  readonly late?: LateFacts;
}
