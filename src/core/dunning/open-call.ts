import type { BusinessDate } from '../calendar/business-date.ts';
import type { Call, CallReason, Join, Receipt } from './decision.ts';
import type { Look } from './look.ts';
import { instantOf } from './moment.ts';
import { dayAt } from './offset.ts';
import { isTalk, type Rung, rungNamed, type TalkRung } from './rungs.ts';
import { idsOf, type Standing } from './standing.ts';

/** A call that is to be made on a day. */
export interface CallPlan {
  readonly pitch: TalkRung;
  readonly on: BusinessDate;
  /** All that it is about. */
  readonly about: readonly Standing[];
  readonly receives: readonly Receipt[];
  readonly reason: CallReason;
  readonly joins: Rung | undefined;
}

/** Opens the call for its day's hours, or lets its invoices join the call that is open. */
export function openOrJoin(look: Look, plan: CallPlan): Call | Join {
  return plan.joins === undefined ? openCall(look, plan) : joinCall(plan, plan.joins);
}

/**
 * The open call, if it is as strong as this step, so that another one would only be noise. It must be in tone: when
 * what pitched it was paid, a call as weak as the rest earned takes its place.
 */
export function callToJoin(
  { facts, rungs }: Look,
  standings: readonly Standing[],
  pitch: Rung,
): Rung | undefined {
  const open = facts.openCall && rungNamed(rungs, facts.openCall.step);
  if (open === undefined || open.position < pitch.position) return undefined;
  // One step is a rung of its own on each way, so its place tells which it is.
  if (open.position === pitch.position) return open;
  return standings.some(({ pitches, height }) => pitches && height >= open.position) ? open : undefined;
}

/** Whether there is an open call and none of what is pressed now was ever to be called about. */
export function callLostSubject({ facts, rungs }: Look, standings: readonly Standing[]): boolean {
  const wasCalledAbout = ({ received }: Standing): boolean =>
    rungs.all.some((rung) => isTalk(rung) && received[rung.position] !== undefined);
  return facts.openCall !== undefined && !standings.some(wasCalledAbout);
}

function openCall(look: Look, { pitch, on, about, receives, reason }: CallPlan): Call {
  const { window, who, audience, deadline } = pitch.step;
  const { from, to } = window;
  const start = instantOf(look, { on, at: from });
  return {
    kind: 'call',
    step: pitch.step.key,
    on,
    invoices: idsOf(about),
    receives,
    reason,
    who,
    audience,
    due: start > look.now ? start : look.now,
    deadline: instantOf(look, { on: dayAt(look.calendar, on, deadline), at: to }),
    supersedes: look.facts.openCall !== undefined,
  };
}

function joinCall({ on, about, receives, reason }: CallPlan, { step }: Rung): Join {
  return { kind: 'join', step: step.key, on, invoices: idsOf(about), receives, reason };
}
