import type { Engine } from '../../jobs/run.ts';
import { moveClock, nextMoment, stepTarget } from '../services/clock/move.ts';
import type { Office } from '../services/ports.ts';
import { within } from '../services/scope.ts';
import type { ClockReading } from '../workspace/api.ts';
import type { Workspace } from '../workspace/server.ts';
import type { BusinessClock } from './business-clock.ts';

/** Lends the business clock to the local workspace's page, to be read and moved there. */
export function lendClock(
  workspace: Workspace,
  office: Office,
  workspaceId: number,
  engine: Engine,
  clock: BusinessClock,
): void {
  let moving = false;
  const read = async (): Promise<ClockReading> => {
    await clock.follow(office, workspaceId);
    const zone = await within(office, workspaceId, async (scope) => scope.workspace.zone);
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
  workspace.setClock({
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
  });
}
