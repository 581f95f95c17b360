import { anyHolds, isAtLeast, type Pressed } from './condition.ts';
import type { Ladder, Step } from './ladder.ts';
import { makeReady, type Rungs, rungsOf } from './rungs.ts';

/** Of a customer with this tag nothing is ever held. */
export const exemptTag = 'exempt';

/** What decides about the steps that an invoice has on its way. */
export interface Traveller extends Pressed {
  /** Where no mail arrives, none is sent instead of a call. */
  readonly hasMailAddress: boolean;
}

/**
 * The steps that are on an invoice's way up the ladder: those whose conditions hold, and of several for one place the
 * first that is taken instead. What counts from a step that is on no way counts from what that step counts from.
 */
export function wayOf(ladder: Ladder, traveller: Traveller): Rungs {
  const { everybody, ways } = pathsOf(ladder);
  if (everybody !== undefined) return everybody;
  const steps = stepsFor(ladder, traveller);
  const sign = steps.map(({ key }) => key).join(' ');
  const known = ways.get(sign);
  if (known !== undefined) return known;
  const way = makeReady(ladder, steps);
  ways.set(sign, way);
  return way;
}

interface Paths {
  /** The only way there is, where no step asks for anything. */
  readonly everybody: Rungs | undefined;
  readonly ways: Map<string, Rungs>;
}

const paths = new WeakMap<Ladder, Paths>();

function pathsOf(ladder: Ladder): Paths {
  const known = paths.get(ladder);
  if (known !== undefined) return known;
  const everybody = ladder.steps.some(isConditional) ? undefined : rungsOf(ladder);
  const made = { everybody, ways: new Map<string, Rungs>() };
  paths.set(ladder, made);
  return made;
}

function isConditional({ when, unless, floor, insteadOf, kind }: Step): boolean {
  return [when, unless, floor, insteadOf].some((asked) => asked !== undefined) || kind === 'hold';
}

function stepsFor(ladder: Ladder, traveller: Traveller): readonly Step[] {
  const fitting = ladder.steps.filter((step) => isFor(step, traveller));
  return fitting.filter(
    (step, index) =>
      !fitting.some((other, otherIndex) =>
        step.insteadOf === undefined
          ? other.insteadOf === step.key
          : other.insteadOf === step.insteadOf && otherIndex < index,
      ),
  );
}

function isFor(step: Step, traveller: Traveller): boolean {
  const { when, unless, floor, insteadOf, kind } = step;
  if (kind === 'hold' && traveller.payer.tags.includes(exemptTag)) return false;
  if (kind === 'letter' && insteadOf !== undefined && !traveller.hasMailAddress) return false;
  if (floor !== undefined && !isAtLeast(traveller, floor)) return false;
  if (unless !== undefined && anyHolds(unless, traveller)) return false;
  return when === undefined || anyHolds(when, traveller);
}
