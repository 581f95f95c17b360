import { mintSecret } from '../ids.ts';
import { LIMITS } from '../limits.ts';

export interface Triggers {
  readonly mint: (userId: string, view?: string) => string;
  /** The person behind a trigger, which is used up by this; or Slack's error. */
  readonly exchange: (trigger: string) => Trigger | { readonly error: TriggerError };
}

export interface Trigger {
  readonly userId: string;
  /** The view in which the press happened: only such a trigger may push. */
  readonly view?: string;
}

export type TriggerError = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

interface Issued extends Trigger {
  readonly at: number;
  exchanged: boolean;
}

export function createTriggers(machineNow: () => Date): Triggers {
  const issued = new Map<string, Issued>();
  return {
    mint: (userId, view) => {
      const at = machineNow().getTime();
      forgetOld(issued, at);
      const trigger = `${at}.${issued.size}.${mintSecret()}`;
      issued.set(trigger, { userId, ...(view === undefined ? {} : { view }), at, exchanged: false });
      return trigger;
    },
    exchange: (trigger) => {
      const found = issued.get(trigger);
      if (!found) return { error: 'invalid_trigger_id' };
      if (found.exchanged) return { error: 'exchanged_trigger_id' };
      if (machineNow().getTime() - found.at > LIMITS.triggerMs) return { error: 'expired_trigger_id' };
      found.exchanged = true;
      return found;
    },
  };
}

/** Long enough that an old trigger is called expired, not unknown. */
function forgetOld(issued: Map<string, Issued>, now: number): void {
  for (const [trigger, { at }] of issued) if (now - at > LIMITS.responseUrlMs) issued.delete(trigger);
}
