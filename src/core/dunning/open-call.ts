import type { BusinessDate } from '../calendar/business-date.ts';
import type { Call, CallReason, Join, Receipt } from './decision.ts';
import type { Look } from './look.ts';
import { instantOf } from './moment.ts';
import { type Rung, rungNamed } from './rungs.ts';
import { idsOf, type Standing } from './standing.ts';

/** A call that is to be made on a day. */
export interface CallPlan {
  readonly pitch: Rung;
  readonly on: BusinessDate;
  /** All that it is about. */
  readonly about: readonly Standing[];
  readonly receives: readonly Receipt[];
  readonly reason: CallReason;
}

/** Opens the call for its day's hours, or lets its invoices join the open call if that is as strong. */
export function openOrJoin(look: Look, plan: CallPlan): Call | Join {
  return joinable(look, plan.pitch) ? joinCall(look, plan) : openCall(look, plan);
}

/** Whether an open call is at this step or above it, so that another one would only be noise. */
export function joinable({ facts, rungs }: Look, pitch: Rung): boolean {
  const open = facts.openCall && rungNamed(rungs, facts.openCall.step);
  return open !== undefined && open.position >= pitch.position;
}

/** Whether there is an open call and none of what is pressed now was ever to be called about. */
export function callLostSubject({ facts, rungs }: Look, standings: readonly Standing[]): boolean {
  const wasCalledAbout = ({ received }: Standing): boolean =>
    rungs.all.some(({ step, position }) => step.kind === 'call' && received[position] !== undefined);
  return facts.openCall !== undefined && !standings.some(wasCalledAbout);
}

function openCall(look: Look, { pitch, on, about, receives, reason }: CallPlan): Call {
  const { from, to } = pitch.step.window;
  const start = instantOf(look, { on, at: from });
  return {
    kind: 'call',
    step: pitch.step.key,
    on,
    invoices: idsOf(about),
    receives,
    reason,
    due: start > look.now ? start : look.now,
    deadline: instantOf(look, { on, at: to }),
    supersedes: look.facts.openCall !== undefined,
  };
}

function joinCall(look: Look, { pitch, on, about, receives, reason }: CallPlan): Join {
  const step = look.facts.openCall?.step ?? pitch.step.key;
  return { kind: 'join', step, on, invoices: idsOf(about), receives, reason };
}
