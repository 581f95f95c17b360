import type { BusinessDate } from '../../core/calendar/business-date.ts';
import type { DisputeReason } from '../../core/dispute/reason.ts';

/** What a customer says is wrong. */
export interface DisputeWord {
  readonly caseId: number;
  /** Numbers of the invoices it is about; left out: the only one that is open. */
  readonly invoices?: readonly string[];
  /** Minor units of the case's currency; left out: all of those invoices. */
  readonly amount?: bigint;
  readonly reason: DisputeReason;
  readonly words?: string;
  /** Who at the customer said so. */
  readonly saidBy?: string;
  /** Who looks into it; left out: the lead of the customer's owner. */
  readonly fixerId?: number;
  /** The last day to answer; left out: ten business days from now. */
  readonly deadlineOn?: BusinessDate;
}
