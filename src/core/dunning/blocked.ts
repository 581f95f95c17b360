import type { RestReason } from './decision.ts';
import type { Moment } from './moment.ts';
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
