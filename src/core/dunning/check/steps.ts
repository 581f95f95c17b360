import type { Fault } from '../fault.ts';
import type { Ladder, Step } from '../ladder.ts';
import { calendarDaysOf, daysOf } from '../offset.ts';
import { gapFaults } from './gaps.ts';

type Faulty = readonly [field: string, message: string];

/** What is wrong with steps by themselves and with how they refer to each other. */
export function stepFaults(ladder: Ladder): readonly Fault[] {
  const faults = ladder.steps.flatMap((step, index) => {
    const above = ladder.steps.slice(0, index);
    return [
      ...nameFaults(step, above),
      ...anchorFaults(step, above, ladder),
      ...dayFaults(step, above),
      ...insteadFaults(step, above),
      ...warningFaults(step, index, ladder),
      ...hourFaults(step),
    ].map(([field, message]): Fault => ({ path: ['steps', index, field], message }));
  });
  return faults.length > 0 ? faults : gapFaults(ladder);
}

function nameFaults({ key }: Step, above: readonly Step[]): readonly Faulty[] {
  return above.some((other) => other.key === key)
    ? [['key', `another step is called "${key}" already: give each a name of its own`]]
    : [];
}

function anchorFaults({ key, anchor }: Step, above: readonly Step[], { steps }: Ladder): readonly Faulty[] {
  if (typeof anchor === 'string' || above.some((other) => other.key === anchor.after)) return [];
  const loop = loopFrom(key, steps);
  if (loop !== undefined)
    return [['anchor', `it counts from itself (${loop.join(' after ')}): let one of these count from due`]];
  return steps.some((other) => other.key === anchor.after)
    ? [['anchor', `"${anchor.after}" stands below it: a step counts from one above it, so move it down`]]
    : [['anchor', `there is no step "${anchor.after}": write due, issue or the key of a step above it`]];
}

/** The steps that a step counts from, up to itself; undefined when they do not come back to it. */
function loopFrom(key: string, steps: readonly Step[]): readonly string[] | undefined {
  const chain = [key];
  for (let at: string | undefined = key; at !== undefined;) {
    const anchor: Step['anchor'] | undefined = steps.find((one) => one.key === at)?.anchor;
    at = anchor === undefined || typeof anchor === 'string' ? undefined : anchor.after;
    if (at === key) return [...chain, key];
    if (at === undefined || chain.includes(at)) return undefined;
    chain.push(at);
  }
  return undefined;
}

function dayFaults(step: Step, above: readonly Step[]): readonly Faulty[] {
  const { anchor, offset, kind } = step;
  if (typeof anchor !== 'string')
    return daysOf(offset) < 0 ? [['offset', `it would come before "${anchor.after}", which it follows`]] : [];
  if (anchor === 'issue' && !isSaidBeforeDue(step))
    return [
      ['anchor', `a ${kind} presses for what is owed: let it count from due (calls and reminders may not)`],
    ];
  const later = above.find(
    (other) =>
      other.anchor === anchor &&
      other.insteadOf === undefined &&
      step.insteadOf === undefined &&
      calendarDaysOf(other.offset) > calendarDaysOf(offset),
  );
  return later === undefined
    ? []
    : [['offset', `it comes before "${later.key}", which stands above it: put them in the order of days`]];
}

function isSaidBeforeDue(step: Step): boolean {
  return step.kind === 'call' || (step.kind === 'letter' && step.letter === 'reminder');
}

function insteadFaults(step: Step, above: readonly Step[]): readonly Faulty[] {
  const { insteadOf, when, unless, floor } = step;
  if (insteadOf === undefined) return [];
  const other = above.find(({ key }) => key === insteadOf);
  if (other === undefined) return [['insteadOf', `there is no step "${insteadOf}" above it`]];
  if (other.insteadOf !== undefined)
    return [['insteadOf', `"${insteadOf}" is itself taken instead of "${other.insteadOf}": name that one`]];
  return [when, unless, floor].every((asked) => asked === undefined)
    ? [['insteadOf', `"${insteadOf}" would never be taken: say when this one is`]]
    : [];
}

function warningFaults(step: Step, index: number, { steps }: Ladder): readonly Faulty[] {
  if (step.kind !== 'letter') return [];
  const below = steps.slice(index + 1).filter(({ kind }) => kind === 'hold');
  return (step.warnsOf ?? [])
    .filter((key) => !below.some((hold) => hold.key === key))
    .map((key) => ['warnsOf', `there is no hold "${key}" below it to warn of`]);
}

function hourFaults({ window: { from, to } }: Step): readonly Faulty[] {
  return from < to
    ? []
    : [['window', `the hours from ${from} to ${to} end before they begin: let them end later the same day`]];
}
