import { eq, sql } from 'drizzle-orm';
import { nextMoment as nextDue } from '../../../db/queries/next-moment.ts';
import { workspace } from '../../../db/schema/index.ts';
import { DomainError } from '../../core/error.ts';
import type { Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
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

/** Moves to the next moment at which something is due, or to the end. What is due already needs no move. */
async function nextStop(office: Office, workspaceId: number, to: Date): Promise<'stopped' | 'arrived'> {
  return within(office, workspaceId, async (scope) => {
    await awaitOthers(scope);
    const now = await holdClock(scope);
    const next = await nextDue(scope.tx);
    const stop = next !== undefined && next.at <= to ? next.at : to;
    if (stop > now) await setClock(scope, stop);
    return stop === to ? 'arrived' : 'stopped';
  });
}

/** The business time under a lock, so that nobody moves the clock from a reading that is old. */
async function holdClock({ tx, workspace: { id }, office }: Scope): Promise<Date> {
  const [row] = await tx
    .select({ offset: workspace.clockOffsetMs })
    .from(workspace)
    .where(eq(workspace.id, id))
    .for('update');
  return new Date(office.baseNow().getTime() + (row?.offset ?? 0));
}

/**
 * A worker that is busy with what is due finishes first: draining would pass over what it holds. Cases are locked
 * before the workspace, as an import does.
 */
async function awaitOthers({ tx, now }: Scope): Promise<void> {
  await tx.execute(sql`
    select id from "case" where workspace_id = current_workspace() and wake_at <= ${now.toISOString()}::timestamptz
    order by id for update`);
}

async function setClock(scope: Scope, to: Date): Promise<void> {
  const clockOffsetMs = to.getTime() - scope.office.baseNow().getTime();
  await scope.tx.update(workspace).set({ clockOffsetMs }).where(eq(workspace.id, scope.workspace.id));
}

async function farAway(office: Office, workspaceId: number, to: Date): Promise<string> {
  const now = await businessNow(office, workspaceId);
  return `The clock stopped at ${now.toISOString()}, with ${mostStops} stops behind it, on its way to ${to.toISOString()}: move it on from there.`;
}
