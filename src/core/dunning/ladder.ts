import type { Hours } from '../calendar/hours.ts';

/** What a step does. A claim needs an approval; a hand-over ends the case's life with us. */
export type StepKind = 'call' | 'letter' | 'claim' | 'handover';

/**
 * One step of a ladder. Steps anchored at `due` are earned by the invoice's effective due date alone; steps anchored
 * `after` another are earned only when that one was done or sent *for this invoice* at least the offset ago, time
 * at rest not counted. That is why no invoice enters a ladder above its last due-anchored step.
 */
export interface Step {
  readonly key: string;
  readonly label: string;
  readonly kind: StepKind;
  readonly anchor: 'due' | { readonly after: string };
  /** Business days of the customer's calendar; negative is before. */
  readonly offsetBusinessDays: number;
  /** In the customer's zone. A call is due at `from` and has its deadline at `to`; a letter goes at `from`. */
  readonly window: Hours;
  /** Steps of one sequence on one day count as one contact against the minimum gap. */
  readonly sequence?: string;
}

export interface Ladder {
  readonly name: string;
  readonly version: number;
  /** Least time between two contacts of one customer, unless the later one is stronger. */
  readonly minimumGapBusinessDays: number;
  readonly steps: readonly Step[];
}
