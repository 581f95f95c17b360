import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import type { Desk } from './desk.ts';
import { acknowledge, turnAway } from './turn-away.ts';

type Args = AnyMiddlewareArgs & AllMiddlewareArgs;

/** The first to see every request: lets each in once, and none when we are closing. */
export interface Door {
  readonly enter: (args: Args) => Promise<void>;
  /** Turns requests away from now on; resolves when those inside are answered. */
  readonly close: () => Promise<void>;
}

const CLOSING = 'Dunwell is restarting; nothing was done. Try again in a minute.';

/** Slack repeats what it thinks was lost, and a signed request can be replayed: each id is let in once. */
export function createDoor(desk: Desk): Door {
  const inside = new Set<Promise<void>>();
  let closing = false;
  return {
    enter: async (args) => {
      const run = letIn(desk, args, () => closing);
      inside.add(run);
      await run.finally(() => inside.delete(run));
    },
    close: async () => {
      closing = true;
      while (inside.size > 0) await Promise.allSettled(inside);
    },
  };
}

async function letIn(desk: Desk, args: Args, closing: () => boolean): Promise<void> {
  // Bolt acknowledged events before they came here: turned away, they would be lost.
  if (closing() && 'ack' in args) return turnAway(desk, args, CLOSING);
  try {
    if (await isRepeat(desk, args.body)) return await acknowledge(args);
  } catch (error) {
    return turnAway(desk, args, desk.router.explain(error, 'remembering a request'));
  }
  await args.next();
}

/** Events have an id of their own; everything else is known by its trigger. */
async function isRepeat(desk: Desk, body: Args['body']): Promise<boolean> {
  if ('event_id' in body) return desk.seen(`event:${String(body.event_id)}`);
  return 'trigger_id' in body && desk.seen(`trigger:${body.trigger_id}`);
}
