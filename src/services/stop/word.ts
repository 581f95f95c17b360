import type { BusinessDate } from '../../core/calendar/business-date.ts';
import type { SpokenKind } from './kinds.ts';

/** Why nobody is to press a customer any more, as somebody said it. */
export interface StopWord {
  /** One of the customer's cases: all of them stop. */
  readonly caseId: number;
  readonly kind: SpokenKind;
  readonly said: string;
  /** In an insolvency: the last day to file what we are owed, if it is known. */
  readonly fileBy?: BusinessDate;
}
