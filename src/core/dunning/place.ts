import type { Ladder, Step } from './ladder.ts';

/** The places of a ladder from the bottom, each by the step that holds it unless another one is taken instead. */
export function placesOf(ladder: Ladder): readonly Step[] {
  return knownOf(ladder).places;
}

/** The place of a step, or of the one it is taken instead of, from 0; -1 when the ladder has no such step (any more). */
export function positionOf(ladder: Ladder, key: string): number {
  return knownOf(ladder).positions.get(key) ?? -1;
}

interface Known {
  readonly places: readonly Step[];
  readonly positions: ReadonlyMap<string, number>;
}

/** Ladders are values, and every received step asks for its place. */
const known = new WeakMap<Ladder, Known>();

function knownOf(ladder: Ladder): Known {
  const before = known.get(ladder);
  if (before !== undefined) return before;
  const places = ladder.steps.filter(({ insteadOf }) => insteadOf === undefined);
  const holderOf = ({ key, insteadOf }: Step): number =>
    places.findIndex((one) => one.key === (insteadOf ?? key));
  const made = { places, positions: new Map(ladder.steps.map((step) => [step.key, holderOf(step)])) };
  known.set(ladder, made);
  return made;
}
