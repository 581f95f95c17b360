import { z } from 'zod';
import type { Hours } from '../calendar/hours.ts';

/** What a step does. A claim needs an approval; a hand-over, too, and it ends the case's life with us. */
export const stepKinds = ['call', 'letter', 'claim', 'handover'] as const;
export type StepKind = (typeof stepKinds)[number];

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

const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:30');

const stepSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens'),
  label: z.string().min(1),
  kind: z.enum(stepKinds),
  anchor: z.union([z.literal('due'), z.strictObject({ after: z.string() })]),
  offsetBusinessDays: z.int().min(-60).max(260),
  window: z.strictObject({ from: timeSchema, to: timeSchema }),
  sequence: z.string().min(1).exactOptional(),
});

/** The shape of a ladder; `checkLadder` says whether it makes sense. */
export const ladderSchema: z.ZodType<Ladder> = z.strictObject({
  name: z.string().min(1),
  version: z.int().min(1),
  minimumGapBusinessDays: z.int().min(0).max(60),
  steps: z.array(stepSchema).min(1).max(30),
});
