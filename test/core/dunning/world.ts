/** A small world around one case, for properties: time passes, people and customers do things, decisions are done. */
import { addDays, type BusinessDate } from '../../../src/core/calendar/business-date.ts';
import { dateIn } from '../../../src/core/calendar/zone.ts';
import { decideNextStep } from '../../../src/core/dunning/decide.ts';
import type { Action, Rest } from '../../../src/core/dunning/decision.ts';
import type { CaseFacts } from '../../../src/core/dunning/facts.ts';
import type { Ladder } from '../../../src/core/dunning/ladder.ts';
import { carryOut, show } from './stage.ts';

/** What comes of something: new facts, and what will come of it later. */
export interface Consequence {
  readonly facts: CaseFacts;
  readonly later?: readonly Happening[];
}

export interface Happening {
  readonly at: Date;
  readonly change: (facts: CaseFacts, today: BusinessDate, now: Date) => Consequence;
}

/** Something that was done, with the facts on which it was decided. */
export interface Done {
  readonly at: Date;
  readonly today: BusinessDate;
  readonly action: Action;
  readonly facts: CaseFacts;
}

export interface Rested {
  readonly at: Date;
  readonly rest: Rest;
  readonly facts: CaseFacts;
}

export interface History {
  readonly done: readonly Done[];
  readonly rests: readonly Rested[];
  readonly end: CaseFacts;
}

/** How an action becomes fact in this world. */
export type CarryOut = (facts: CaseFacts, action: Action, now: Date) => Consequence;

export const atOnce =
  (ladder: Ladder): CarryOut =>
  (facts, action) => ({ facts: carryOut(facts, action, ladder) });

/** Lets a case live from one instant to another, looking at it when it asks to be looked at and when facts change. */
export function live(
  ladder: Ladder,
  start: CaseFacts,
  [from, to]: readonly [Date, Date],
  happenings: readonly Happening[] = [],
  doIt: CarryOut = atOnce(ladder),
): History {
  const done: Done[] = [];
  const rests: Rested[] = [];
  let facts = start;
  let later = [...happenings];
  for (
    let now: Date | undefined = from;
    now !== undefined && now < to;
    now = nextLook(rests.at(-1)?.rest, later)
  ) {
    const at: Date = now;
    const today = dateIn(facts.calendar.zone, at);
    for (const happening of later
      .filter((one) => one.at <= at)
      .toSorted((a, b) => Number(a.at) - Number(b.at))) {
      const consequence = happening.change(facts, today, at);
      facts = consequence.facts;
      later.push(...(consequence.later ?? []));
    }
    later = later.filter((one) => one.at > at);
    for (let decision = decideNextStep(ladder, facts, at); ; decision = decideNextStep(ladder, facts, at)) {
      if (decision.kind === 'rest') {
        rests.push({ at, rest: decision, facts });
        break;
      }
      done.push({ at, today, action: decision, facts });
      if (done.filter((one) => one.at === at).length > 12)
        throw new Error(
          `no rest: ${done
            .slice(-4)
            .map((one) => show(one.action))
            .join('; ')}`,
        );
      const consequence = doIt(facts, decision, at);
      facts = consequence.facts;
      later.push(...(consequence.later ?? []));
    }
  }
  return { done, rests, end: facts };
}

/** A day's first moment in UTC, for events that follow others. */
export function after(now: Date, days: number): Date {
  return new Date(now.getTime() + days * 86_400_000);
}

export function dayAfter(today: BusinessDate, days: number): BusinessDate {
  return addDays(today, days);
}

function nextLook(rest: Rest | undefined, later: readonly Happening[]): Date | undefined {
  const moments = [rest?.until, ...later.map(({ at }) => at)].filter((at) => at !== undefined);
  return moments.length === 0 ? undefined : new Date(Math.min(...moments.map(Number)));
}
