import type { RestReason } from './decision.ts';
import { gapEnd } from './gap.ts';
import type { Look } from './look.ts';
import { isInside, type Moment, nextStart } from './moment.ts';
import type { Rung } from './rungs.ts';

/** A step that was earned and cannot be taken now. */
export interface Blocked {
  readonly kind: 'blocked';
  readonly rung: Rung;
  readonly because: RestReason;
  /** When it can be taken if nothing changes; undefined: only a change of facts helps. */
  readonly at?: Moment;
}

export function blocked(rung: Rung, because: RestReason, at?: Moment): Blocked {
  return { kind: 'blocked', rung, because, ...(at && { at }) };
}

/** The customer was contacted too short a time ago for a contact as strong as this position. */
export function gapObstacle(look: Look, rung: Rung, position: number = rung.position): Blocked | undefined {
  const free = gapEnd(look, position, rung.step);
  return free && blocked(rung, 'minimum gap', { on: free, at: rung.step.window.from });
}

/** Somebody holds the letters back until a day. */
export function heldObstacle({ facts, today }: Look, rung: Rung): Blocked | undefined {
  const until = facts.lettersHeldUntil;
  if (until === undefined || until <= today) return undefined;
  return blocked(rung, 'letters are held back', { on: until, at: rung.step.window.from });
}

/** What is written goes out in its hours only. */
export function hoursObstacle(look: Look, rung: Rung): Blocked | undefined {
  const { window } = rung.step;
  return isInside(look, window) ? undefined : blocked(rung, 'outside hours', nextStart(look, window));
}
