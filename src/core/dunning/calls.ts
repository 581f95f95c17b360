import { addBusinessDays } from '../calendar/business-days.ts';
import { suedNow } from './claims.ts';
import type { Announcement, Call, Join, Letter, Receipt } from './decision.ts';
import { callBackGapEnd } from './gap.ts';
import type { Look } from './look.ts';
import { callFits, nextStart } from './moment.ts';
import { type Blocked, blocked, gapObstacle } from './obstacle.ts';
import { callToJoin, openOrJoin } from './open-call.ts';
import { highest, isTalk, type Rung, type TalkRung } from './rungs.ts';
import type { Standing } from './standing.ts';

/** The one call that a case is due now, before anything is asked about hours and gaps. */
export interface CallDue {
  /** The strongest call that was earned and not received. */
  readonly top: TalkRung;
  /** The step it is pitched at. */
  readonly pitch: TalkRung;
  /** All that it is about. */
  readonly about: readonly Standing[];
  /** The open call that it would only repeat. */
  readonly joins: Rung | undefined;
}

/** What the invoices need of a call; those that a claim is about to name need none. */
export function callDue(look: Look, standings: readonly Standing[]): CallDue | undefined {
  const isSued = suedNow(look, standings);
  const callable = standings.filter((one) => !isSued(one) || one.invoice.promiseBroken);
  const top = highest(callable.filter(({ pitches }) => pitches).map(pendingCall));
  if (top === undefined) return undefined;
  const about = callable.filter((one) => one.overdue || (one.pitches && pendingCall(one) !== undefined));
  const pitch = pitchOf(callable, top);
  return { top, pitch, about, joins: callToJoin(look, standings, pitch) };
}

/** What keeps a due call from being opened today. Joining an open one only waits for a day on which we work. */
export function callObstacle(look: Look, { top, pitch, joins }: CallDue): Blocked | undefined {
  const later = blocked(top, 'outside hours', nextStart(look, pitch.step.window));
  if (joins !== undefined) return look.open ? undefined : later;
  return (
    callBackObstacle(look, top) ??
    calledBackObstacle(look, top) ??
    gapObstacle(look, top) ??
    (callFits(look, pitch.step.window) ? undefined : later)
  );
}

/** Makes the call, unless it has to wait for its day, or for a letter that goes today and that it speaks about. */
export function makeCall(
  look: Look,
  due: CallDue,
  obstacle: Blocked | undefined,
  letter: Letter | Announcement | Blocked | undefined,
): Call | Join | Blocked {
  if (obstacle !== undefined) return obstacle;
  const { top, pitch, about, joins } = due;
  if (letter?.kind === 'blocked' && joins === undefined && goesFirst(look, letter, pitch))
    return { ...letter, rung: top };
  const receivers = about.filter((one) => (pendingCall(one)?.position ?? Infinity) <= pitch.position);
  return openOrJoin(look, {
    pitch,
    on: look.today,
    about,
    receives: receivers.flatMap(ownCall),
    reason: receivers.some(({ invoice }) => invoice.promiseBroken) ? 'broken promise' : 'ladder',
    joins,
  });
}

/**
 * A call waits for the letter of its day. A call that is weaker than a letter which waits (for data, say) folds into
 * it: nobody is asked kindly about a coming invoice who owes others for weeks.
 */
function goesFirst({ today }: Look, letter: Blocked, pitch: Rung): boolean {
  return letter.at?.on === today || letter.rung.position > pitch.position;
}

/**
 * The pitch is the highest step that any invoice above the floor earned itself. Who was told of an official letter
 * is not gently reminded of the next invoice two days later.
 */
function pitchOf(standings: readonly Standing[], top: TalkRung): TalkRung {
  const late = standings.filter(({ pitches, overdue }) => pitches && overdue);
  const tallest = Math.max(top.position, ...late.map(({ height }) => height));
  const onTheirWay = ({ way }: Standing): TalkRung | undefined =>
    way.all.findLast((rung): rung is TalkRung => isTalk(rung) && rung.position <= tallest);
  return highest([top, ...late.map(onTheirWay)]) ?? top;
}

/** Every invoice receives its own step: a weaker call folds into a stronger one. */
function ownCall(one: Standing): readonly Receipt[] {
  const own = pendingCall(one);
  return own === undefined ? [] : [{ invoice: one.invoice.id, step: own.step.key }];
}

function pendingCall({ pending }: Standing): TalkRung | undefined {
  return pending && isTalk(pending) ? pending : undefined;
}

/** An agreed call-back that is still to come absorbs the ladder's call, for two business days at most. */
function callBackObstacle({ facts, calendar, today }: Look, top: Rung): Blocked | undefined {
  if (facts.callBack === undefined) return undefined;
  const last = addBusinessDays(calendar, facts.callBack.agreedOn, longestCallBackBusinessDays);
  const on = facts.callBack.on < last ? facts.callBack.on : last;
  return today < on ? blocked(top, 'call back is agreed', { on, at: top.step.window.from }) : undefined;
}

/** The customer was called back: another call waits for another day, a letter does not. */
function calledBackObstacle(look: Look, top: Rung): Blocked | undefined {
  const free = callBackGapEnd(look, top.position, top.step);
  return free && blocked(top, 'minimum gap', { on: free, at: top.step.window.from });
}

const longestCallBackBusinessDays = 2;
