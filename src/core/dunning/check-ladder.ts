import type { Fault } from './fault.ts';
import type { Ladder, Step } from './ladder.ts';
import { calendarDaysOf, daysOf } from './offset.ts';

/** What contradicts itself in a ladder, each as a sentence; empty when it can be followed. */
export function checkLadder({ steps }: Ladder): readonly Fault[] {
  return steps.flatMap((step, position) => {
    const above = steps.slice(0, position);
    const at = (field: string, messages: readonly string[]): readonly Fault[] =>
      messages.map((message) => ({ path: ['steps', position, field], message }));
    return [
      ...at('key', nameFaults(step, above)),
      ...at('anchor', orderFaults(step, above)),
      ...at('kind', lawFaults(step, above)),
      ...at('window', hourFaults(step)),
    ];
  });
}

function nameFaults({ key }: Step, above: readonly Step[]): readonly string[] {
  return above.some((other) => other.key === key) ? [`Two steps are called "${key}".`] : [];
}

function orderFaults(step: Step, above: readonly Step[]): readonly string[] {
  const { anchor, key, offset } = step;
  if (typeof anchor !== 'string') {
    if (!above.some((other) => other.key === anchor.after)) {
      return [`"${key}" comes after "${anchor.after}", which is no step above it.`];
    }
    return daysOf(offset) < 0 ? [`"${key}" cannot come before "${anchor.after}".`] : [];
  }
  const later = above.find(
    (other) => other.anchor === anchor && calendarDaysOf(other.offset) > calendarDaysOf(offset),
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
  const before = typeof anchor === 'string' ? undefined : above.find(({ key }) => key === anchor.after);
  return before === undefined ? [] : [before, ...leadingTo(before, above)];
}

function hourFaults({ key, window }: Step): readonly string[] {
  return window.from < window.to ? [] : [`The hours of "${key}" end before they begin.`];
}
