import { and, asc, count, desc, eq, gt, gte, isNull, lte } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { audit, letter, occurrence, outage, type OutageRow, pulse, task } from '../../schema/index.ts';
import { here } from '../here.ts';

/** Notes that the engine looks at this moment. Returns when it did before; nothing if it never did. */
export async function notePulse(tx: Transaction, now: Date): Promise<Date | undefined> {
  const [before] = await tx.select({ at: pulse.tickedAt }).from(pulse).for('update');
  await tx
    .insert(pulse)
    .values({ workspaceId: here, tickedAt: now })
    .onConflictDoUpdate({ target: pulse.workspaceId, set: { tickedAt: now } });
  return before?.at;
}

export async function insertOutage(tx: Transaction, downFrom: Date, upAt: Date): Promise<void> {
  await tx.insert(outage).values({ downFrom, upAt, workspaceId: here });
}

/** Outages of which not everything is caught up, the first one first. */
export async function openOutages(tx: Transaction): Promise<readonly OutageRow[]> {
  return tx.select().from(outage).where(isNull(outage.caughtUpAt)).orderBy(asc(outage.downFrom));
}

/** The last outage that ended between two instants. */
export async function lastOutage(tx: Transaction, after: Date, until: Date): Promise<OutageRow | undefined> {
  const [row] = await tx
    .select()
    .from(outage)
    .where(and(gt(outage.upAt, after), lte(outage.upAt, until)))
    .orderBy(desc(outage.upAt))
    .limit(1);
  return row;
}

export async function closeOutages(tx: Transaction, at: Date): Promise<void> {
  await tx.update(outage).set({ caughtUpAt: at }).where(isNull(outage.caughtUpAt));
}

/** What happened since an instant, and how often; in the words of the history where it has any. */
export interface CaughtUp {
  readonly calls: number;
  readonly letters: number;
  readonly recorded: ReadonlyMap<string, number>;
}

/** What the engine has done since an instant. */
export async function doneSince(tx: Transaction, since: Date): Promise<CaughtUp> {
  const [calls] = await tx
    .select({ n: count() })
    .from(task)
    .where(and(gte(task.openedAt, since), eq(task.kind, 'call')));
  const [letters] = await tx
    .select({ n: count() })
    .from(letter)
    .innerJoin(
      occurrence,
      and(eq(occurrence.workspaceId, letter.workspaceId), eq(occurrence.id, letter.occurrenceId)),
    )
    .where(and(gte(occurrence.at, since), eq(letter.status, 'queued')));
  const recorded = await tx
    .select({ what: audit.what, n: count() })
    .from(audit)
    .where(gte(audit.at, since))
    .groupBy(audit.what);
  return {
    calls: calls?.n ?? 0,
    letters: letters?.n ?? 0,
    recorded: new Map(recorded.map(({ what, n }) => [what, n])),
  };
}
