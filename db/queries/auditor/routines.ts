import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

/** A routine that is late, or (without a moment) not planned at all. */
export interface LostRoutine {
  readonly key: string;
  readonly memberId: number | undefined;
  readonly dueSince: Date | undefined;
}

/**
 * Routines due before a moment and not done, and those that nobody planned: the digest, and everybody's morning list. The
 * auditor's own is never late where it asks, as it runs at that moment, after an outage too.
 */
export async function lostRoutines(tx: Transaction, before: Date): Promise<readonly LostRoutine[]> {
  const rows = await tx.execute<{ key: string; member_id: bigint | null; due_ms: number | null }>(sql`
    with wanted as (
      select 'digest' as key, null::bigint as member_id
      union all select 'auditor', null
      union all select 'morning:' || id, id from member where workspace_id = current_workspace() and active)
    select coalesce(r.key, w.key) as key, coalesce(r.member_id, w.member_id) as member_id,
      (extract(epoch from r.next_at) * 1000)::float8 as due_ms
    from wanted w
    full join (select * from routine where workspace_id = current_workspace()) r on r.key = w.key
    where r.key is null or r.key <> 'auditor' and r.next_at < ${before.toISOString()}::timestamptz
    order by 1`);
  return rows.map(({ key, member_id, due_ms }) => ({
    key,
    memberId: member_id === null ? undefined : Number(member_id),
    dueSince: due_ms === null ? undefined : new Date(due_ms),
  }));
}
