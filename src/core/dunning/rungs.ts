import { DomainError } from '../error.ts';
import type { HoldStep, Ladder, LetterStep, Step, StepKind, TalkStep } from './ladder.ts';
import { daysOf, type Offset } from './offset.ts';

/** A step with its place on the ladder, its references resolved. */
export interface Rung {
  readonly step: Step;
  /** Index in the ladder's steps. */
  readonly position: number;
  /** The rung it counts from; undefined when that is the due date. */
  readonly after: Rung | undefined;
  /** The letters and claims on its way from the due date, with the offsets that lie between each and it, in order. */
  readonly writtenBefore: readonly { readonly rung: Rung; readonly offsets: readonly Offset[] }[];
  /** A reminder before anything is owed. */
  readonly beforeDue: boolean;
}

/** Rungs of some kinds of steps. */
export type LetterRung = Rung & { readonly step: LetterStep };
export type TalkRung = Rung & { readonly step: TalkStep };
export type HoldRung = Rung & { readonly step: HoldStep };

export interface Rungs {
  readonly all: readonly Rung[];
  /** Where demanding in writing begins; past the end when the ladder has no letter. */
  readonly demandPosition: number;
  readonly minimumGapBusinessDays: number;
}

/** The ladder made ready for decisions. Ladders are values, so each is made ready once. */
export function rungsOf(ladder: Ladder): Rungs {
  const known = made.get(ladder);
  if (known !== undefined) return known;
  const rungs = makeReady(ladder);
  made.set(ladder, rungs);
  return rungs;
}

/** The rung of a step, by its key; undefined when the ladder has no such step (any more). */
export function rungNamed(rungs: Rungs, key: string): Rung | undefined {
  return rungs.all.find(({ step }) => step.key === key);
}

/** The strongest of some steps; undefined when there is none. */
export function highest<R extends Rung>(rungs: readonly (R | undefined)[]): R | undefined {
  return rungs.reduce<R | undefined>(
    (best, rung) => (rung && (best?.position ?? -1) < rung.position ? rung : best),
    undefined,
  );
}

/** Whether a person speaks with the customer. */
export function isTalk(rung: Rung): rung is TalkRung {
  return rung.step.kind === 'call' || rung.step.kind === 'visit';
}

export function isLetter(rung: Rung): rung is LetterRung {
  return rung.step.kind === 'letter';
}

export function isHold(rung: Rung): rung is HoldRung {
  return rung.step.kind === 'hold';
}

/** A letter that demands in writing, which a reminder does not. */
export function isDemand(rung: Rung): rung is LetterRung {
  return isLetter(rung) && rung.step.letter !== 'reminder';
}

/** Letters and claims: what they say counts when it reached the customer. */
export function isWritten(kind: StepKind): boolean {
  return kind === 'letter' || kind === 'claim';
}

const made = new WeakMap<Ladder, Rungs>();

function makeReady(ladder: Ladder): Rungs {
  const all: Rung[] = [];
  for (const [position, step] of ladder.steps.entries()) {
    const after = typeof step.anchor === 'string' ? undefined : predecessor(all, step, step.anchor.after);
    const beforeDue = after === undefined && (step.anchor === 'issue' || daysOf(step.offset) < 0);
    all.push({ step, position, after, writtenBefore: writtenOn(after, step.offset), beforeDue });
  }
  const demand = all.findIndex((rung) => isDemand(rung) && !rung.beforeDue);
  return {
    all,
    demandPosition: demand < 0 ? all.length : demand,
    minimumGapBusinessDays: ladder.minimumGapBusinessDays,
  };
}

function predecessor(above: readonly Rung[], step: Step, key: string): Rung {
  const found = above.find((rung) => rung.step.key === key);
  if (found !== undefined) return found;
  throw new DomainError('invalid', `Step "${step.key}" comes after "${key}", which is no step above it.`);
}

function writtenOn(last: Rung | undefined, offset: Offset): Rung['writtenBefore'] {
  if (last === undefined) return [];
  const earlier = last.writtenBefore.map(({ rung, offsets }) => ({ rung, offsets: [...offsets, offset] }));
  return isWritten(last.step.kind) ? [...earlier, { rung: last, offsets: [offset] }] : earlier;
}
