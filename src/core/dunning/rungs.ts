import { DomainError } from '../error.ts';
import type { Anchor, HoldStep, Ladder, LetterStep, Step, StepKind, TalkStep } from './ladder.ts';
import { daysOf, type Offset } from './offset.ts';
import { placesOf, positionOf } from './place.ts';

/** A step with its place on the ladder, its references resolved. */
export interface Rung {
  readonly step: Step;
  /** Its place on the ladder, from 0: see `positionOf`. */
  readonly position: number;
  /** The rung it counts from; undefined when that is a date of the invoice. */
  readonly after: Rung | undefined;
  /** The date from which it, or the first step that leads to it, counts. */
  readonly from: 'due' | 'issue';
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

/** All steps of a ladder made ready for decisions. Ladders are values, so each is made ready once. */
export function rungsOf(ladder: Ladder): Rungs {
  const known = made.get(ladder);
  if (known !== undefined) return known;
  const rungs = makeReady(ladder, ladder.steps);
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

/** The rungs of some of a ladder's steps, as if it had no others. */
export function makeReady(ladder: Ladder, steps: readonly Step[]): Rungs {
  const all: Rung[] = [];
  for (const step of steps) {
    const { after, from } = baseOf(ladder, all, step.anchor);
    const beforeDue = after === undefined && (from === 'issue' || daysOf(step.offset) < 0);
    const position = positionOf(ladder, step.key);
    all.push({ step, position, after, from, writtenBefore: writtenOn(after, step.offset), beforeDue });
  }
  const demand = all.find((rung) => isDemand(rung) && !rung.beforeDue);
  return {
    all,
    demandPosition: demand?.position ?? placesOf(ladder).length,
    minimumGapBusinessDays: ladder.minimumGapBusinessDays,
  };
}

/** What a step counts from: a step that is not among these stands for what it counts from itself. */
function baseOf(ladder: Ladder, among: readonly Rung[], anchor: Anchor): Pick<Rung, 'after' | 'from'> {
  if (typeof anchor === 'string') return { after: undefined, from: anchor };
  const place = positionOf(ladder, anchor.after);
  const after = among.find(({ position }) => position === place);
  if (after !== undefined) return { after, from: after.from };
  const left = placesOf(ladder)[place];
  if (left !== undefined) return baseOf(ladder, among, left.anchor);
  throw new DomainError('invalid', `A step comes after "${anchor.after}", which is no step of this ladder.`);
}

function writtenOn(last: Rung | undefined, offset: Offset): Rung['writtenBefore'] {
  if (last === undefined) return [];
  const earlier = last.writtenBefore.map(({ rung, offsets }) => ({ rung, offsets: [...offsets, offset] }));
  return isWritten(last.step.kind) ? [...earlier, { rung: last, offsets: [offset] }] : earlier;
}
