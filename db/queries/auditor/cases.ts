import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

export interface NextCase {
  readonly id: number;
  readonly wakeAt: Date | undefined;
}

/** Locks the next cases after an id, in the order in which everybody locks; those another worker holds are left out. */
export async function holdNextCases(
  tx: Transaction,
  afterId: number,
  limit: number,
): Promise<readonly NextCase[]> {
  const rows = await tx.execute<{ id: bigint; wake_ms: number | null }>(sql`
    select id, (extract(epoch from wake_at) * 1000)::float8 as wake_ms from "case"
    where workspace_id = current_workspace() and id > ${afterId}
    order by id limit ${limit} for update skip locked`);
  return rows.map(({ id, wake_ms }) => ({
    id: Number(id),
    wakeAt: wake_ms === null ? undefined : new Date(wake_ms),
  }));
}

export async function countCases(tx: Transaction): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from "case" where workspace_id = current_workspace()`,
  );
  return row?.n ?? 0;
}

/** Cases that should have been looked at before a moment: how many, and since when the first of them waits. */
export async function casesWaiting(
  tx: Transaction,
  before: Date,
): Promise<{ readonly cases: number; readonly since: Date } | undefined> {
  const [row] = await tx.execute<{ n: number; since_ms: number | null }>(sql`
    select count(*)::int as n, (extract(epoch from min(wake_at)) * 1000)::float8 as since_ms from "case"
    where workspace_id = current_workspace() and wake_at < ${before.toISOString()}::timestamptz`);
  if (row === undefined || row.since_ms === null) return undefined;
  return { cases: row.n, since: new Date(row.since_ms) };
}

/** Cases that could not be judged since a moment, and when that was seen first. */
export async function casesSetAside(
  tx: Transaction,
  after: Date,
): Promise<readonly { readonly caseId: number; readonly since: Date }[]> {
  const rows = await tx.execute<{ case_id: bigint; since_ms: number }>(sql`
    select case_id, (extract(epoch from min(at)) * 1000)::float8 as since_ms from audit
    where workspace_id = current_workspace() and case_id is not null and at >= ${after.toISOString()}::timestamptz
      and what = 'case set aside: it could not be judged'
    group by case_id order by case_id`);
  return rows.map((row) => ({ caseId: Number(row.case_id), since: new Date(row.since_ms) }));
}
