import { and, asc, count, eq, gte, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { audit, letter, occurrence, outage, type OutageRow, task } from '../../schema/index.ts';
import { here } from '../here.ts';

/** Notes that the engine looks at this moment. Returns when it did before; nothing if it never did. */
export async function notePulse(tx: Transaction, now: Date): Promise<Date | undefined> {
  const [row] = await tx.execute<{ before_ms: number | null }>(sql`
    with before as (
      select ticked_at from pulse where workspace_id = current_workspace() for update)
    insert into pulse (workspace_id, ticked_at) values (current_workspace(), ${now.toISOString()}::timestamptz)
    on conflict (workspace_id) do update set ticked_at = excluded.ticked_at
    returning (select (extract(epoch from ticked_at) * 1000)::float8 from before) as before_ms`);
  return row === undefined || row.before_ms === null ? undefined : new Date(row.before_ms);
}

export async function insertOutage(tx: Transaction, downFrom: Date, upAt: Date): Promise<void> {
  await tx.insert(outage).values({ downFrom, upAt, workspaceId: here });
}

/** Outages of which not everything is caught up, the first one first. */
export async function openOutages(tx: Transaction): Promise<readonly OutageRow[]> {
  return tx.select().from(outage).where(isNull(outage.caughtUpAt)).orderBy(asc(outage.downFrom));
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
