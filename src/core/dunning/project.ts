import { type BusinessDate, addDays } from '../calendar/business-date.ts';
import { dateIn } from '../calendar/zone.ts';
import { decideNextStep } from './decide.ts';
import type { Action, Announcement, Decision, Receipt, Rest } from './decision.ts';
import type { CaseFacts, Fate } from './facts.ts';
import type { Ladder } from './ladder.ts';
import { positionOf } from './place.ts';

/** A case as it is now. */
export interface ProjectedCase {
  readonly ladder: Ladder;
  readonly facts: CaseFacts;
}

/** Something that will be done for a case, if nobody pays. */
export interface Coming {
  readonly caseId: number;
  readonly at: Date;
  readonly action: Exclude<Action, { readonly kind: 'join' | 'announcement' }>;
}

export interface Projection {
  /** In order of time. */
  readonly coming: readonly Coming[];
  /** Why each case rests when its last step of the time was done, or why nothing is done at all. */
  readonly rests: ReadonlyMap<number, Rest>;
}

/** More moments than ten business days can have; a ladder that asks for more does not come to rest. */
const mostMoments = 80;

/**
 * What will be done for one customer's cases up to a day, one moment after the other, by the same decisions that will
 * be taken then. It is assumed that nobody pays or promises, that the books are kept fresh, that calls are made when
 * they are due, letters arrive on their day and approvals are given at once. Cases of one customer keep the gap to
 * each other.
 */
export function projectCustomer(
  cases: readonly ProjectedCase[],
  from: Date,
  until: BusinessDate,
): Projection {
  const states = cases.map((one): State => ({
    ladder: one.ladder,
    facts: freshUntil(one.facts, until),
    next: from,
    rest: undefined,
  }));
  const coming: Coming[] = [];
  for (let moment = 0; moment < mostMoments; moment += 1) {
    const state = earliest(states, until);
    if (state?.next === undefined) break;
    const decision = decideNextStep(state.ladder, state.facts, state.next);
    if (decision.kind === 'rest') rest(state, decision);
    else if (decision.kind === 'announcement') announce(state, decision);
    else {
      if (decision.kind !== 'join')
        coming.push({ caseId: state.facts.caseId, at: momentOf(decision, state.next), action: decision });
      act(states, state, decision);
    }
  }
  const rests = states.flatMap((state) =>
    state.rest === undefined ? [] : [[state.facts.caseId, state.rest] as const],
  );
  return { coming: coming.toSorted((a, b) => a.at.getTime() - b.at.getTime()), rests: new Map(rests) };
}

interface State {
  readonly ladder: Ladder;
  facts: CaseFacts;
  /** When to look again; nothing more within the time if undefined. */
  next: Date | undefined;
  rest: Rest | undefined;
}

/** An open call is being made: what comes after it is asked for. */
function freshUntil(facts: CaseFacts, until: BusinessDate): CaseFacts {
  const { openCall: made, ...others } = facts;
  return { ...(made === undefined ? facts : others), letterUnderway: false, ledgerCovers: addDays(until, 1) };
}

function earliest(states: readonly State[], until: BusinessDate): State | undefined {
  return states.reduce<State | undefined>((first, state) => {
    if (state.next === undefined || dateIn(state.facts.calendar.zone, state.next) > until) return first;
    return first?.next !== undefined && first.next <= state.next ? first : state;
  }, undefined);
}

/** Nobody holds it back. */
function announce(state: State, { step, goesAt }: Announcement): void {
  state.facts = { ...state.facts, announced: { step, goesAt } };
}

function rest(state: State, decision: Rest): void {
  const { until } = decision;
  state.next = until !== undefined && state.next !== undefined && until > state.next ? until : undefined;
  state.rest = decision;
  if (decision.withdrawsLetter) state.facts = unannounced(state.facts);
}

function unannounced(facts: CaseFacts): CaseFacts {
  const { announced: _, ...others } = facts;
  return others;
}

/** What is decided now may be due later the same day, or the next. */
function momentOf(decision: Decision, now: Date): Date {
  return decision.kind === 'call' && decision.due > now ? decision.due : now;
}

function act(states: readonly State[], state: State, action: Exclude<Action, Announcement>): void {
  const { ladder } = state;
  const facts = action.kind === 'letter' ? unannounced(state.facts) : state.facts;
  const today = dateIn(facts.calendar.zone, state.next ?? new Date(0));
  const on = 'on' in action ? action.on : today;
  const how = fateOf(action);
  state.facts = received(
    { ...facts, approvals: without(facts, action.step) },
    action.receives,
    on,
    how,
    ladder,
  );
  if (action.kind === 'handover') state.facts = { ...state.facts, stopped: true };
  if (how === 'withheld' || how === 'impossible' || action.kind === 'join') return;
  for (const one of states) one.facts = contacted(one, action.step, on, facts.caseId);
}

function fateOf(action: Exclude<Action, Announcement>): Fate {
  switch (action.kind) {
    case 'call':
    case 'join':
    case 'hold':
    case 'handover':
      return 'done';
    case 'letter':
      return ({ send: 'delivered', withhold: 'withheld', impossible: 'impossible' } as const)[action.how];
    case 'claim':
      return 'delivered';
  }
}

const without = ({ approvals }: CaseFacts, step: string): CaseFacts['approvals'] =>
  approvals.filter((one) => one.step !== step);

function received(
  facts: CaseFacts,
  receipts: readonly Receipt[],
  on: BusinessDate,
  how: Fate,
  ladder: Ladder,
): CaseFacts {
  const steps = new Map(receipts.map(({ invoice, step }) => [invoice, step]));
  const invoices = facts.invoices.map((one) => {
    const step = steps.get(one.id);
    if (step === undefined) return one;
    const others = one.received.filter((known) => known.step !== step);
    return {
      ...one,
      promiseBroken: one.promiseBroken && how !== 'done',
      received: [...others, { step, on, how }],
    };
  });
  const positions = invoices.flatMap((one) => one.received.map(({ step }) => positionOf(ladder, step)));
  return { ...facts, invoices, customerPosition: Math.max(facts.customerPosition, ...positions) };
}

function contacted({ facts, ladder }: State, step: string, on: BusinessDate, caseId: number): CaseFacts {
  const position = positionOf(ladder, step);
  const sequence = ladder.steps.find(({ key }) => key === step)?.sequence;
  return {
    ...facts,
    lastContact: { on, position, caseId, ...(sequence === undefined ? {} : { sequence }) },
    customerPosition: Math.max(facts.customerPosition, position),
  };
}
