import { z } from 'zod';
import { DomainError } from '../error.ts';
import { type Ladder, ladderSchema, type Step } from './ladder.ts';

/** Reads a ladder from outside. Throws `invalid`, naming every fault. */
export function readLadder(input: unknown): Ladder {
  const parsed = ladderSchema.safeParse(input);
  if (!parsed.success)
    throw new DomainError('invalid', `This is no ladder:\n${z.prettifyError(parsed.error)}`);
  const faults = checkLadder(parsed.data);
  if (faults.length === 0) return parsed.data;
  throw new DomainError('invalid', `Ladder "${parsed.data.name}" contradicts itself: ${faults.join(' ')}`);
}

/** What contradicts itself in a ladder, each as a sentence; empty when it can be followed. */
export function checkLadder({ steps }: Ladder): readonly string[] {
  return steps.flatMap((step, position) => {
    const above = steps.slice(0, position);
    return [
      ...nameFaults(step, above),
      ...orderFaults(step, above),
      ...lawFaults(step, above),
      ...hourFaults(step),
    ];
  });
}

function nameFaults({ key }: Step, above: readonly Step[]): readonly string[] {
  return above.some((other) => other.key === key) ? [`Two steps are called "${key}".`] : [];
}

function orderFaults(step: Step, above: readonly Step[]): readonly string[] {
  const { anchor, key, offsetBusinessDays } = step;
  if (anchor !== 'due') {
    if (!above.some((other) => other.key === anchor.after)) {
      return [`"${key}" comes after "${anchor.after}", which is no step above it.`];
    }
    return offsetBusinessDays < 0 ? [`"${key}" cannot come before "${anchor.after}".`] : [];
  }
  const later = above.find(
    (other) => other.anchor === 'due' && other.offsetBusinessDays > offsetBusinessDays,
  );
  return later === undefined ? [] : [`"${key}" is due before "${later.key}", which stands above it.`];
}

/** Nobody is sued who was not demanded in writing, and no court is asked before a claim's deadline passed. */
function lawFaults(step: Step, above: readonly Step[]): readonly string[] {
  const { key, kind } = step;
  if (kind === 'claim' && !leadingTo(step, above).some((other) => other.kind === 'letter')) {
    return [`The claim "${key}" needs a letter among the steps that lead to it.`];
  }
  if (kind === 'handover' && leadingTo(step, above)[0]?.kind !== 'claim') {
    return [`The hand-over "${key}" must come after a claim.`];
  }
  return [];
}

/** The steps it counts from, nearest first. */
function leadingTo({ anchor }: Step, above: readonly Step[]): readonly Step[] {
  const before = anchor === 'due' ? undefined : above.find(({ key }) => key === anchor.after);
  return before === undefined ? [] : [before, ...leadingTo(before, above)];
}

function hourFaults({ key, window }: Step): readonly string[] {
  return window.from < window.to ? [] : [`The hours of "${key}" end before they begin.`];
}
