import type { Fault } from '../fault.ts';
import type { Ladder } from '../ladder.ts';
import { stepFaults } from './steps.ts';
import { wayFaults } from './ways.ts';

/**
 * What does not make sense in a ladder, each with its place and the way out; empty when it can be followed. Whether
 * every customer's way is lawful and has an end is asked once the steps are sound by themselves.
 */
export function checkLadder(ladder: Ladder): readonly Fault[] {
  const faults = stepFaults(ladder);
  return faults.length > 0 ? faults : wayFaults(ladder);
}
