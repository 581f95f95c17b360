import { setTimeout } from 'node:timers/promises';
import { tick } from '../src/services/engine/tick.ts';
import { momentInFlight } from '../src/services/engine/in-flight.ts';
import { resumeImports } from '../src/services/import/run.ts';
import type { LookOut } from '../src/services/workspace/due.ts';
import { type Courier, deliver } from './deliver.ts';
import type { JobName, Queues } from './queues.ts';

export interface Engine {
  /** Starts working on what is due and keeps looking. */
  readonly start: () => Promise<void>;
  /** Does everything that is due at this moment, here and now; used when the business clock is moved by hand. */
  readonly drain: (workspaceId: number) => Promise<void>;
}

/** How often everything is looked at again, whatever the queue remembers. */
const pollMilliseconds = 15_000;

/** More passes than any real moment needs; reaching it means that work makes work. */
const mostPasses = 2_000;

export function createEngine(courier: Courier, queues: Queues, lookOut: LookOut): Engine {
  const { office } = courier;
  const handle = async (name: JobName, workspaceId: number): Promise<void> => {
    switch (name) {
      case 'tick':
        return exhaust(() => tick(office, workspaceId));
      case 'deliver':
        return exhaust(() => deliver(courier, workspaceId));
      case 'import':
        return resumeImports(office, workspaceId);
      case 'poll':
        return poll(queues, lookOut);
    }
  };
  return {
    start: async () => {
      queues.work((name, load) => handle(name, load.workspaceId));
      await queues.pollEvery(pollMilliseconds);
      await poll(queues, lookOut);
    },
    drain: (workspaceId) =>
      exhaust(async () => {
        const ticked = await tick(office, workspaceId);
        const delivered = await deliver(courier, workspaceId);
        return ticked || delivered || (await waitForOthers(courier, workspaceId));
      }),
  };
}

/** A worker may hold what this pass did not find: the moment is over when nobody does. */
async function waitForOthers({ office, chatOf }: Courier, workspaceId: number): Promise<boolean> {
  if (chatOf(workspaceId) === undefined || !(await momentInFlight(office, workspaceId))) return false;
  await setTimeout(20);
  return true;
}

async function exhaust(pass: () => Promise<boolean>): Promise<void> {
  for (let passes = 0; await pass(); passes += 1)
    if (passes === mostPasses) throw new Error('the work of one moment does not end');
}

async function poll(queues: Queues, lookOut: LookOut): Promise<void> {
  for (const due of await lookOut()) {
    if (due.tick) await queues.wake('tick', due.workspaceId);
    if (due.deliver) await queues.wake('deliver', due.workspaceId);
    if (due.import) await queues.wake('import', due.workspaceId);
  }
}
