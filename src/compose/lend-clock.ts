import type { Engine } from '../../jobs/run.ts';
import { moveClock, nextMoment, stepTarget } from '../services/clock/move.ts';
import type { Office } from '../services/ports.ts';
import { within } from '../services/scope.ts';
import type { ClockReading } from '../workspace/api.ts';
import type { ClockInstrument } from '../workspace/options.ts';
import type { BusinessClock } from './business-clock.ts';

/** The business clock as an instrument that the local workspace's page can read and move. */
export function lendClock(
  office: Office,
  workspaceId: number,
  engine: Engine,
  clock: BusinessClock,
): ClockInstrument {
  let moving = false;
  const read = async (): Promise<ClockReading> => {
    await clock.follow(office, workspaceId);
    const zone = await within(office, workspaceId, ({ workspace }) => Promise.resolve(workspace.zone));
    const next = await nextMoment(office, workspaceId);
    return {
      now: clock.now().toISOString(),
      zone,
      moving,
      ...(next === undefined ? {} : { next: { at: next.at.toISOString(), what: next.what } }),
    };
  };
  const drain = async (): Promise<void> => {
    // What is posted at this stop bears the time of this stop.
    await clock.follow(office, workspaceId);
    await engine.drain(workspaceId);
  };
  return {
    read,
    step: async (step) => {
      moving = true;
      try {
        await moveClock(office, workspaceId, await stepTarget(office, workspaceId, step), drain);
      } finally {
        moving = false;
      }
      return read();
    },
  };
}
