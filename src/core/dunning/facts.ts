import type { BusinessDate } from '../calendar/business-date.ts';
import type { Calendar } from '../calendar/business-days.ts';
import type { Currency } from '../money.ts';
import type { Payer } from './condition.ts';

/**
 * What became of a step. Calls are `done`, a forgotten one too: the ladder goes on. Letters and claims are `under
 * way` until their fate is known; `withheld` in shadow mode, `impossible` without an address.
 */
export type Fate = 'done' | 'under way' | 'delivered' | 'withheld' | 'impossible' | 'failed';

/** What was sent or done for one invoice at one step; the latest one where there were several. */
export interface Received {
  readonly step: string;
  /** The customer's day on which it was done, or due to be done; of a delivered letter or claim, its delivery. */
  readonly on: BusinessDate;
  readonly how: Fate;
}

/** A stretch of days that does not count as waiting (promise, dispute, pause, plan). Both ends included. */
export interface RestedDays {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

export interface InvoiceFacts {
  readonly id: number;
  readonly number: string;
  readonly issuedOn: BusinessDate;
  readonly dueOn: BusinessDate;
  readonly effectiveDueOn: BusinessDate;
  /** Minor units of the case's currency. */
  readonly open: bigint;
  /** Parts of `open` on which there is no pressure now. */
  readonly promised: bigint;
  readonly disputed: bigint;
  readonly excluded: boolean;
  /** Nothing of it is pressed before this day. */
  readonly pausedUntil?: BusinessDate;
  /** An instalment plan that is being kept covers it: all of it rests. */
  readonly onPlan?: true;
  /** A promise or plan that covered it broke, and no call about that was opened yet. */
  readonly promiseBroken: boolean;
  /** In any order; one entry for each step it received. */
  readonly received: readonly Received[];
  /** Days on which nothing of it was pressed. */
  readonly rested: readonly RestedDays[];
}

/**
 * What stands in the way of asking for a step's approval (again), and the invoices that were asked about. Approved: the
 * service is about to act on it.
 */
export type StepApproval = { readonly step: string } & (
  | { readonly status: 'pending' | 'approved'; readonly invoices: readonly number[] }
  | { readonly status: 'refused'; readonly reviewOn: BusinessDate }
);

/**
 * Everything one decision about one case may depend on. Loaded in sets, judged one by one. A rest `until` a day is
 * over at the first moment of that day.
 */
export interface CaseFacts {
  readonly caseId: number;
  readonly currency: Currency;
  readonly calendar: Calendar;
  /** What the conditions of steps ask about the customer. */
  readonly payer: Payer;
  /** Invoices whose pressed amount is below this earn no step of their own. */
  readonly floor: bigint;
  readonly invoices: readonly InvoiceFacts[];
  /** Credit nobody allocated yet and money advised: rest the oldest amounts, until the day given. */
  readonly cover: readonly { readonly amount: bigint; readonly until: BusinessDate }[];
  /**
   * The last contact with this customer in any case, its ladder position (index in steps) and sequence. A letter that
   * was withheld, impossible or failed is none; nor is a call that others joined.
   */
  readonly lastContact?: {
    readonly on: BusinessDate;
    readonly position: number;
    readonly sequence?: string;
    readonly caseId: number;
  };
  /**
   * The last call back that was made to this customer in any case: a contact as strong as the one before it, of which
   * this is the position; -1 for none.
   */
  readonly calledBack?: { readonly on: BusinessDate; readonly position: number };
  /** The highest ladder position that a pressed invoice of this customer received in any case; -1 for none. */
  readonly customerPosition: number;
  /** The call of this case that is still open, whoever holds it. */
  readonly openCall?: { readonly step: string };
  /** We agreed to call back: calls of the ladder wait for it, at most two business days from the agreement. */
  readonly callBack?: { readonly agreedOn: BusinessDate; readonly on: BusinessDate };
  /** Nothing at all is pressed before this day. */
  readonly pausedUntil?: BusinessDate;
  /** Insolvency, a lawyer, handed over, do-not-contact. */
  readonly stopped: boolean;
  /** At most one for each step: the latest that still matters. */
  readonly approvals: readonly StepApproval[];
  /** A mail that is on its way out; nothing else is decided until its fate is known (a claim in the post is none). */
  readonly letterUnderway: boolean;
  /** Until this day a person holds the case's letters back. */
  readonly lettersHeldUntil?: BusinessDate;
  /** Minutes for which a letter stands announced before it goes; absent: it just goes. */
  readonly noticeMinutes?: number;
  /** The letter that stands announced. */
  readonly announced?: { readonly step: string; readonly goesAt: Date };
  /** Whether the customer has an address for letters; one that bounced is none. */
  readonly hasMailAddress: boolean;
  /** Shadow mode: letters are shown and withheld; calls by people go on. */
  readonly shadow: boolean;
  /** The last day that the ledger's data covers; undefined before the first import. */
  readonly ledgerCovers?: BusinessDate;
  /** Raised by hand to this step (`/escalate`). Without effect once every overdue invoice received the step. */
  readonly raisedTo?: string;
}
