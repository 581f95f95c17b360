import type { BusinessDate } from '../../core/calendar/business-date.ts';

/** What a customer says they will pay. */
export interface PromiseWord {
  readonly caseId: number;
  /** Minor units of the case's currency. */
  readonly amount: bigint;
  readonly dueOn: BusinessDate;
  readonly saidBy?: string;
  /** What they wrote or said, word for word. */
  readonly said?: string;
}
