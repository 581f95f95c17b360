import type { Fault } from '../fault.ts';
import type { Ladder, Step } from '../ladder.ts';
import { daysOf, type Offset } from '../offset.ts';

/** Gaps that the ladder's own days contradict. */
export function gapFaults(ladder: Ladder): readonly Fault[] {
  const { steps, minimumGapBusinessDays: gap } = ladder;
  const distances = steps.map((step, index) => distanceBefore(step, steps.slice(0, index)));
  const longest = Math.max(0, ...distances.filter((days) => days !== undefined));
  const own = steps.flatMap(({ gapBusinessDays }, index): readonly Fault[] => {
    const days = distances[index];
    if (gapBusinessDays === undefined || days === undefined || gapBusinessDays <= days) return [];
    const message = `a gap of ${gapBusinessDays} business days is longer than the ${days} after which it comes: shorten the gap, or let the step come later`;
    return [{ path: ['steps', index, 'gapBusinessDays'], message }];
  });
  if (steps.length < 2 || gap <= longest) return own;
  const message = `${gap} business days are longer than the longest way between two steps (${longest}), so that the gap and not the steps would rule: shorten it, or let the steps lie further apart`;
  return [{ path: ['minimumGapBusinessDays'], message }, ...own];
}

/** Business days between a step and the one it follows; undefined for the first, and for those that are one contact. */
function distanceBefore(step: Step, above: readonly Step[]): number | undefined {
  const { anchor, sequence, insteadOf } = step;
  const before =
    typeof anchor === 'string'
      ? above.findLast((other) => other.anchor === anchor && other.insteadOf !== (insteadOf ?? step.key))
      : above.find(({ key }) => key === anchor.after);
  if (before === undefined || before.key === insteadOf) return undefined;
  if (sequence !== undefined && sequence === before.sequence) return undefined;
  const days = businessDaysOf(step.offset);
  return typeof anchor === 'string' ? days - businessDaysOf(before.offset) : days;
}

/** A week has five. */
function businessDaysOf(offset: Offset): number {
  return 'businessDays' in offset ? daysOf(offset) : Math.floor((daysOf(offset) * 5) / 7);
}
