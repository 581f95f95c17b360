import type { BusinessDate } from '../../core/calendar/business-date.ts';

/** Why and until when nobody presses. */
export interface PauseWord {
  readonly caseId: number;
  /** Numbers of the only invoices that rest; left out: all of the case. */
  readonly invoices?: readonly string[];
  /** The first day that is pressed again, of the customer's. */
  readonly untilDay: BusinessDate;
  readonly reason: string;
}
