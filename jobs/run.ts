import { setTimeout } from 'node:timers/promises';
import { tick } from '../src/services/engine/tick.ts';
import { runAuditorWhenDue } from '../src/services/auditor/due.ts';
import { momentInFlight } from '../src/services/engine/in-flight.ts';
import { resumeImports } from '../src/services/import/run.ts';
import type { Office, WakeKind } from '../src/services/ports.ts';
import type { LookOut } from '../src/services/workspace/due.ts';
import { announce } from './announce.ts';
import type { Courier } from './courier.ts';
import { deliver } from './deliver.ts';
import type { Queues } from './queues.ts';

export interface Engine {
  /** Starts working on what is due and keeps looking. */
  readonly start: () => Promise<void>;
  /** Looks for whatever is due, whatever the queue remembers, and has it done. */
  readonly poll: () => Promise<void>;
  /** Does everything that is due at this moment, here and now; used when the business clock is moved by hand. */
  readonly drain: (workspaceId: number) => Promise<void>;
  /** Looks no more. What is being done is ended by closing the queues. */
  readonly stop: () => Promise<void>;
}

/** How often everything is looked at again. By a timer of our own: one in the queue would go with the queue. */
const pollMilliseconds = 15_000;

/** More passes than any real moment needs; reaching it means that work makes work. */
const mostPasses = 2_000;

export function createEngine(courier: Courier, queues: Queues, lookOut: LookOut): Engine {
  const { office } = courier;
  let timer: NodeJS.Timeout | undefined;
  const handle = async (kind: WakeKind, workspaceId: number): Promise<void> => {
    switch (kind) {
      case 'tick':
        return exhaust(() => lookAndAudit(office, workspaceId));
      case 'deliver':
        return exhaust(() => deliver(courier, workspaceId));
      case 'announce':
        return exhaust(() => announce(courier, workspaceId));
      case 'import':
        return resumeImports(office, workspaceId);
    }
  };
  const poll = async (): Promise<void> => {
    for (const { workspaceId, ...due } of await lookOut()) {
      if (due.tick) await queues.wake('tick', workspaceId);
      if (due.deliver) await queues.wake('deliver', workspaceId);
      if (due.announce && courier.announcer !== undefined) await queues.wake('announce', workspaceId);
      if (due.import) await queues.wake('import', workspaceId);
    }
  };
  // One look at an index, where finding out by trying takes three transactions: most moments say nothing.
  const isToDeliver = async (id: number): Promise<boolean> =>
    (await lookOut()).some(({ workspaceId, deliver: due }) => workspaceId === id && due);
  const pollOrSay = (): void =>
    void poll().catch((error: unknown) => office.log.warn({ err: error }, 'nobody could look for due work'));
  return {
    poll,
    start: async () => {
      queues.work((kind, load) => handle(kind, load.workspaceId));
      timer = setInterval(pollOrSay, pollMilliseconds);
      await poll();
    },
    drain: (workspaceId) =>
      exhaust(async () => {
        const ticked = await lookAndAudit(office, workspaceId);
        const announced = await announce(courier, workspaceId);
        // What another wrote before it was done is seen by the delivery that comes after this.
        const waited = !ticked && !announced && (await waitForOthers(courier, workspaceId));
        const delivered = (await isToDeliver(workspaceId)) && (await deliver(courier, workspaceId));
        return ticked || announced || waited || delivered || (await waitForOthers(courier, workspaceId));
      }),
    stop: () => Promise.resolve(clearInterval(timer)),
  };
}

/** The auditor comes after what is due: what is being caught up with is not late. */
async function lookAndAudit(office: Office, workspaceId: number): Promise<boolean> {
  return (await tick(office, workspaceId)) || runAuditorWhenDue(office, workspaceId);
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
