import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

/** The latest moment of which the history tells, since the clock was last set back on purpose. */
export async function latestDeed(tx: Transaction): Promise<Date | undefined> {
  const [row] = await tx.execute<{ at_ms: number | null }>(sql`
    select (extract(epoch from max(at)) * 1000)::float8 as at_ms from audit
    where workspace_id = current_workspace() and id > coalesce((
      select max(id) from audit where workspace_id = current_workspace() and what = 'business clock set back'), 0)`);
  return row === undefined || row.at_ms === null ? undefined : new Date(row.at_ms);
}
