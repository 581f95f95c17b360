import type { Hours } from '../calendar/hours.ts';
import type { HoldKind } from '../hold/kind.ts';
import type { Audience } from '../letter/audience.ts';
import type { Condition } from './condition.ts';
import type { Offset } from './offset.ts';

/**
 * What a step does. Calls and visits are for people; letters go by themselves, a friendly mail being one that reminds.
 * A hold, a claim and a hand-over need an approval, and the last ends the case's life with us.
 */
export const stepKinds = ['call', 'visit', 'letter', 'hold', 'claim', 'handover'] as const;
export type StepKind = (typeof stepKinds)[number];

/** What a letter of a ladder says. All but the reminder demand in writing; the formal claim is a kind of its own. */
export const letterTemplates = [
  'reminder',
  'payment demand',
  'second reminder',
  'final notice',
  'service-hold notice',
] as const;
export type LetterTemplate = (typeof letterTemplates)[number];

/**
 * What a step's day counts from: the invoice's effective due date; the day it was issued, for what is said before
 * anything is owed; or another step, once that was done or sent *for this invoice*, time at rest not counted. That is
 * why no invoice enters a ladder above its last due-anchored step.
 */
export type Anchor = 'due' | 'issue' | { readonly after: string };

interface StepOf<Kind extends StepKind> {
  readonly key: string;
  readonly label: string;
  readonly kind: Kind;
  readonly anchor: Anchor;
  readonly offset: Offset;
  /** In the customer's zone. A call is due at `from` and has its deadline at `to`; a letter goes at `from`. */
  readonly window: Hours;
  /** Who gets what is written, or is asked for at a call. */
  readonly audience: Audience;
  /** Steps of one sequence on one day count as one contact against the minimum gap. */
  readonly sequence?: string;
  /** Business days since the last contact, instead of the ladder's; waited for even by a stronger step. */
  readonly gapBusinessDays?: number;
  /** Whole units of the case's currency: invoices of which less is pressed do not earn the step. Instead of the workspace's. */
  readonly floor?: number;
  /** It takes the place of that step for whom its conditions name; whoever received one received both. */
  readonly insteadOf?: string;
  /** Any of these must hold for the step to be on a case's way; without any it is for everybody. */
  readonly when?: readonly Condition[];
  /** None of these may hold. */
  readonly unless?: readonly Condition[];
}

/** A call, or a visit, which is a call made in person. */
export interface TalkStep extends StepOf<'call' | 'visit'> {
  /** In whose hands the task begins. */
  readonly who: 'owner' | 'lead' | 'manager';
  /** From its due day to the day on whose window's end it is missed. */
  readonly deadline: Offset;
  /** Who gets the task once it is missed; `nobody`: it is recorded, and stays where it is. */
  readonly missed: 'lead' | 'manager' | 'nobody';
}

export interface LetterStep extends StepOf<'letter'> {
  readonly who: 'bot';
  readonly letter: LetterTemplate;
  /** The holds that it warns of. */
  readonly warnsOf?: readonly string[];
}

export interface HoldStep extends StepOf<'hold'> {
  /** Who approves it. */
  readonly who: 'manager';
  readonly hold: HoldKind;
}

export interface ClaimStep extends StepOf<'claim'> {
  readonly who: 'manager';
  /** What the customer has, from its delivery, until the case goes to court. */
  readonly deadline: Offset;
}

export interface HandoverStep extends StepOf<'handover'> {
  /** Who takes over; a manager approves. */
  readonly who: 'legal';
}

export type Step = TalkStep | LetterStep | HoldStep | ClaimStep | HandoverStep;

/** A dunning policy. A running case keeps the version it started with until somebody moves it. */
export interface Ladder {
  readonly name: string;
  readonly version: number;
  /** For whom it is, in a sentence. */
  readonly about?: string;
  /** Least time between two contacts of one customer, unless the later one is stronger. */
  readonly minimumGapBusinessDays: number;
  readonly steps: readonly Step[];
}
