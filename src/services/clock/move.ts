import type { Transaction } from '../../../db/client.ts';
import { lockDueCases } from '../../../db/queries/case/lock.ts';
import { lockClockOffset, writeClockOffset } from '../../../db/queries/clock/move.ts';
import { notePulse } from '../../../db/queries/clock/pulse.ts';
import { nextMoment as nextDue } from '../../../db/queries/clock/next-moment.ts';
import { waitToTick } from '../../../db/queries/wait-turn.ts';
import { DomainError } from '../../core/error.ts';
import type { Office } from '../ports.ts';
import { within } from '../scope.ts';
import { businessNow } from './now.ts';
import { refuseFixedClock, setBack } from './set-back.ts';

export { type NextMoment, nextMoment } from './next-moment.ts';
export { type ClockStep, stepTarget } from './step-target.ts';

/**
 * Moves the business clock forward, stopping at every moment at which something is due, in order, and letting `drain`
 * do it there: a nudge of Tuesday is sent on Tuesday. It goes back only while there are no invoices.
 * @throws DomainError `forbidden` where the clock is the machine's; `conflict` while it is moving already, for a way
 * back that a past forbids, and when there are too many stops on the way (it then stands at the last one).
 */
export async function moveClock(
  office: Office,
  workspaceId: number,
  to: Date,
  drain: () => Promise<void>,
): Promise<void> {
  refuseFixedClock({ office });
  await alone(office, workspaceId, async () => {
    if (await wentBack(office, workspaceId, to)) return drain();
    for (let stops = 0; stops < mostStops; stops += 1) {
      const stop = await nextStop(office, workspaceId, to);
      await drain();
      if (stop === 'arrived') return;
    }
    throw new DomainError('conflict', await farAway(office, workspaceId, to));
  });
}

/** Two years of a busy desk. */
const mostStops = 10_000;

/** In memory, because the clock can only be moved where one process does everything. */
const moving = new WeakMap<Office, Set<number>>();

async function alone(office: Office, workspaceId: number, move: () => Promise<void>): Promise<void> {
  const here = moving.get(office) ?? new Set();
  if (here.has(workspaceId))
    throw new DomainError('conflict', 'The clock is moving already: wait until it stands still.');
  moving.set(office, here.add(workspaceId));
  try {
    await move();
  } finally {
    here.delete(workspaceId);
  }
}

/** The clock underneath runs on between choosing a moment and moving there, so a moment just past is now. */
const justPastMilliseconds = 60_000;

async function wentBack(office: Office, workspaceId: number, to: Date): Promise<boolean> {
  return within(office, workspaceId, async (scope) => {
    if (to.getTime() >= scope.now.getTime() - justPastMilliseconds) return false;
    await setBack(scope, to);
    return true;
  });
}

/**
 * Moves to the next moment at which something is due, or to the end. What is due already needs no move. A worker that
 * is busy with it finishes first, as draining would pass over what it holds; cases are locked before the workspace,
 * as an import locks them.
 */
async function nextStop(office: Office, workspaceId: number, to: Date): Promise<'stopped' | 'arrived'> {
  return within(office, workspaceId, async ({ tx, now: read }) => {
    await waitToTick(tx);
    await lockDueCases(tx, read);
    const base = office.baseNow().getTime();
    const now = new Date(base + (await lockClockOffset(tx)));
    const next = await nextDue(tx, now);
    const stop = next !== undefined && next.at <= to ? next.at : to;
    if (stop > now) await jumpTo(tx, stop, base);
    return stop === to ? 'arrived' : 'stopped';
  });
}

/** A clock that is moved jumps over time in which nothing was due: that is no outage. */
async function jumpTo(tx: Transaction, stop: Date, base: number): Promise<void> {
  await writeClockOffset(tx, stop.getTime() - base);
  await notePulse(tx, stop);
}

async function farAway(office: Office, workspaceId: number, to: Date): Promise<string> {
  const now = await businessNow(office, workspaceId);
  return `The clock stopped at ${now.toISOString()}, with ${mostStops} stops behind it, on its way to ${to.toISOString()}: move it on from there.`;
}
