import type { Fault } from '../fault.ts';
import type { Ladder } from '../ladder.ts';
import { calendarDaysOf } from '../offset.ts';
import { isDemand, isLetter, type Rung, type Rungs } from '../rungs.ts';
import { wayOf } from '../way.ts';
import { kindsOfCases } from './travellers.ts';

/** What is wrong with the ways that the conditions of a ladder leave to the kinds of cases they tell apart. */
export function wayFaults(ladder: Ladder): readonly Fault[] {
  const kinds = kindsOfCases(ladder);
  if (kinds === undefined)
    return [
      { path: ['steps'], message: 'its conditions tell too many kinds of cases apart: use fewer of them' },
    ];
  const seen = new Map<Rungs, string>();
  for (const { traveller, words } of kinds) {
    const way = wayOf(ladder, traveller);
    if (!seen.has(way)) seen.set(way, words);
  }
  const faults = [...seen].flatMap(([way, words]) =>
    faultsOf(ladder, way).map((fault) => withWho(fault, words)),
  );
  return faults.filter(
    (fault, index) => faults.findIndex((other) => placeOf(other) === placeOf(fault)) === index,
  );
}

const placeOf = ({ path }: Fault): string => path.join('.');

function withWho({ path, message }: Fault, words: string): Fault {
  return { path, message: words === '' ? message : `for customers ${words}: ${message}` };
}

function faultsOf(ladder: Ladder, way: Rungs): readonly Fault[] {
  if (way.all.length === 0)
    return [
      {
        path: ['steps'],
        message: 'no step is left at all: let at least one be for everybody, or exclude their invoices',
      },
    ];
  const at = (rung: Rung, field: string, message: string | undefined): readonly Fault[] =>
    message === undefined ? [] : [{ path: ['steps', ladder.steps.indexOf(rung.step), field], message }];
  return way.all.flatMap((rung, index) => [
    ...at(rung, 'kind', lawFault(rung)),
    ...at(rung, 'offset', orderFault(rung, way.all.slice(0, index))),
    ...(index === way.all.length - 1 ? at(rung, 'kind', endFault(rung)) : []),
  ]);
}

/** Nobody is sued who was not demanded in writing, and nothing is held of whom was not warned of it twice. */
function lawFault(rung: Rung): string | undefined {
  const { step } = rung;
  const leading = leadingTo(rung);
  switch (step.kind) {
    case 'claim':
      return leading.some(isDemand)
        ? undefined
        : 'nobody is sued without a letter: let a demand be among the steps that lead to the claim';
    case 'handover':
      return leading[0]?.step.kind === 'claim'
        ? undefined
        : 'it must come after a claim, whose deadline passed';
    case 'hold': {
      const warnings = leading.filter((one) => isLetter(one) && one.step.warnsOf?.includes(step.key)).length;
      return warnings >= 2
        ? undefined
        : `it is warned of ${warnings === 0 ? 'by no letter' : 'once'}: let two letters that lead to it say warnsOf: ${step.key}`;
    }
    case 'call':
    case 'visit':
    case 'letter':
      return undefined;
  }
}

/** A step whose predecessors are not on the way moves forward, and must not overtake what stands above it. */
function orderFault(rung: Rung, above: readonly Rung[]): string | undefined {
  if (rung.after !== undefined) return undefined;
  const later = above.find(
    (other) =>
      other.after === undefined &&
      other.from === rung.from &&
      calendarDaysOf(other.step.offset) > calendarDaysOf(rung.step.offset),
  );
  return later && `it comes before "${later.step.key}", which stands above it: put them in the order of days`;
}

/** Somebody must decide in the end. A letter is sent and forgotten, and a claim's deadline passes. */
function endFault({ step }: Rung): string | undefined {
  switch (step.kind) {
    case 'letter':
      return 'it has no end: nobody is asked what to do after the last letter. Let a call, a visit, a hold or a hand-over be last';
    case 'claim':
      return 'it has no end: the claim sets a deadline, and nothing follows it. Let a hand-over be last';
    case 'call':
    case 'visit':
    case 'hold':
    case 'handover':
      return undefined;
  }
}

/** The steps it counts from, nearest first. */
function leadingTo({ after }: Rung): readonly Rung[] {
  return after === undefined ? [] : [after, ...leadingTo(after)];
}
