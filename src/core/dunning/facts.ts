import type { BusinessDate, Calendar } from '../calendar/businessDate.ts';
import type { Currency } from '../money.ts';

/** What was sent or done for one invoice at one step; the latest one where there were several. */
export interface Received {
  readonly step: string;
  /** The customer's day on which it was done, or due to be done: a forgotten call counts, the ladder goes on. */
  readonly on: BusinessDate;
  /** Letters: whether it is known to have reached the customer. Calls: always true. */
  readonly delivered: boolean;
}

/** A stretch of days that does not count as waiting (promise, dispute, pause). Both ends included. */
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
  readonly received: readonly Received[];
  readonly rested: readonly RestedDays[];
}

/** Everything one decision about one case may depend on. Loaded in sets, judged one by one. */
export interface CaseFacts {
  readonly caseId: number;
  readonly currency: Currency;
  readonly calendar: Calendar;
  /** Invoices whose pressed amount is below this earn no step of their own. */
  readonly floor: bigint;
  readonly invoices: readonly InvoiceFacts[];
  /** Credit nobody allocated yet and money advised: rest the oldest amounts, until the day given. */
  readonly cover: readonly { readonly amount: bigint; readonly until: BusinessDate }[];
  /** The last contact with this customer in any case, its ladder position (index in steps) and sequence. */
  readonly lastContact?: { readonly on: BusinessDate; readonly position: number; readonly sequence?: string; readonly caseId: number };
  /** The highest ladder position at which any case of this customer is pressed now. */
  readonly customerPosition: number;
  /** The call of this case that is still open, whoever holds it. */
  readonly openCall?: { readonly step: string };
  /** A promise broke and nobody has called about it yet. */
  readonly brokenPromiseUncalled: boolean;
  readonly pausedUntil?: BusinessDate;
  /** Insolvency, a lawyer, handed over, do-not-contact. */
  readonly stopped: boolean;
  /** A claim's approval: what stands in the way of asking (again). */
  readonly approval?:
    | { readonly status: 'pending' }
    | { readonly status: 'approved' }
    | { readonly status: 'refused'; readonly reviewOn: BusinessDate };
  /** A letter that is on its way out; nothing else is decided until its fate is known. */
  readonly letterUnderway: boolean;
  /** Whether the customer has an address for letters. */
  readonly hasMailAddress: boolean;
  /** Shadow mode: letters are shown and withheld; calls by people go on. */
  readonly shadow: boolean;
  /** The last day that the ledger's data covers; undefined before the first import. */
  readonly ledgerCovers?: BusinessDate;
  /** Raised by hand to this step (`/escalate`), until it was done. */
  readonly raisedTo?: string;
}
