import { DomainError } from '../error.ts';
import type { Ladder, Step, StepKind } from './ladder.ts';

/** A step with its place on the ladder, its references resolved. */
export interface Rung {
  readonly step: Step;
  /** Index in the ladder's steps. */
  readonly position: number;
  /** The rung it counts from; undefined when that is the due date. */
  readonly after: Rung | undefined;
  /** The letters and claims on its way from the due date, with the business days that lie between each and it. */
  readonly writtenBefore: readonly { readonly rung: Rung; readonly offsetBusinessDays: number }[];
  /** A reminder before anything is owed. */
  readonly beforeDue: boolean;
}

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
export function highest(rungs: readonly (Rung | undefined)[]): Rung | undefined {
  return rungs.reduce(
    (best, rung) => (rung && (best?.position ?? -1) < rung.position ? rung : best),
    undefined,
  );
}

/** Letters and claims: what they say counts when it reached the customer. */
export function isWritten(kind: StepKind): boolean {
  return kind === 'letter' || kind === 'claim';
}

const made = new WeakMap<Ladder, Rungs>();

function makeReady(ladder: Ladder): Rungs {
  const all: Rung[] = [];
  for (const [position, step] of ladder.steps.entries()) {
    const after = step.anchor === 'due' ? undefined : predecessor(all, step, step.anchor.after);
    const beforeDue = after === undefined && step.offsetBusinessDays < 0;
    all.push({ step, position, after, writtenBefore: writtenOn(after, step.offsetBusinessDays), beforeDue });
  }
  const demand = all.findIndex(({ step, beforeDue }) => step.kind === 'letter' && !beforeDue);
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

function writtenOn(last: Rung | undefined, offsetBusinessDays: number): Rung['writtenBefore'] {
  if (last === undefined) return [];
  const earlier = last.writtenBefore.map((written) => ({
    rung: written.rung,
    offsetBusinessDays: written.offsetBusinessDays + offsetBusinessDays,
  }));
  return isWritten(last.step.kind) ? [...earlier, { rung: last, offsetBusinessDays }] : earlier;
}
