/** A small world around one case, for properties: time passes, people and customers do things, decisions are done. */
import type { BusinessDate } from '../../../src/core/calendar/business-date.ts';
import { dateIn } from '../../../src/core/calendar/zone.ts';
import { decideNextStep } from '../../../src/core/dunning/decide.ts';
import type { Action, Rest } from '../../../src/core/dunning/decision.ts';
import type { CaseFacts } from '../../../src/core/dunning/facts.ts';
import type { Ladder } from '../../../src/core/dunning/ladder.ts';
import { show, without } from './stage.ts';

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
}

/** How an action becomes fact in this world. */
export type CarryOut = (facts: CaseFacts, action: Action, now: Date) => Consequence;

interface Life {
  facts: CaseFacts;
  later: readonly Happening[];
  readonly done: Done[];
  readonly rests: Rested[];
}

/** Lets a case live from one instant to another, looking at it when it asks to be looked at and when facts change. */
export function live(
  ladder: Ladder,
  start: CaseFacts,
  [from, to]: readonly [Date, Date],
  happenings: readonly Happening[],
  carryOut: CarryOut,
): History {
  const life: Life = { facts: start, later: happenings, done: [], rests: [] };
  for (let at: Date | undefined = from; at !== undefined && at < to; at = nextLook(life, at)) {
    meetFate(life, at);
    decideAll(life, ladder, at, carryOut);
  }
  return life;
}

/** After as many actions at one look, or looks in one life, the engine runs in a circle. */
const mostActions = 12;
const mostLooks = 2_000;

function meetFate(life: Life, at: Date): void {
  const due = life.later.filter((one) => one.at <= at).toSorted((a, b) => Number(a.at) - Number(b.at));
  life.later = life.later.filter((one) => one.at > at);
  for (const { change } of due) happen(life, change(life.facts, dateIn(life.facts.calendar.zone, at), at));
}

function decideAll(life: Life, ladder: Ladder, at: Date, carryOut: CarryOut): void {
  for (let actions = 0; actions < mostActions; actions += 1) {
    const { facts } = life;
    const decision = decideNextStep(ladder, facts, at);
    if (decision.kind === 'rest') {
      life.rests.push({ at, rest: decision, facts });
      if (decision.withdrawsLetter) life.facts = without(facts, 'announced');
      return;
    }
    life.done.push({ at, today: dateIn(facts.calendar.zone, at), action: decision, facts });
    happen(life, carryOut(facts, decision, at));
  }
  throw new Error(
    `no rest at ${at.toISOString()}: ${life.done
      .slice(-4)
      .map((one) => show(one.action))
      .join('; ')}`,
  );
}

function happen(life: Life, { facts, later = [] }: Consequence): void {
  life.facts = facts;
  life.later = [...life.later, ...later];
}

function nextLook({ rests, later }: Life, at: Date): Date | undefined {
  if (rests.length > mostLooks) throw new Error(`looks too often, last at ${at.toISOString()}`);
  const until = rests.at(-1)?.rest.until;
  if (until !== undefined && until <= at) throw new Error(`at ${at.toISOString()} rests until then`);
  const moments = [until, ...later.map((one) => one.at)].filter((one) => one !== undefined);
  return moments.length === 0 ? undefined : new Date(Math.max(Number(at), Math.min(...moments.map(Number))));
}

/** Whole days later, for what follows something else. */
export function after(now: Date, days: number): Date {
  return new Date(now.getTime() + days * 86_400_000);
}
