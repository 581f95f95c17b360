import { sql } from 'drizzle-orm';
import type { Database } from '../../client.ts';

export interface DueWork {
  readonly workspaceId: number;
  readonly tick: boolean;
  readonly deliver: boolean;
  readonly import: boolean;
  readonly announce: boolean;
}

interface DueRow extends Record<string, unknown> {
  readonly id: bigint;
  readonly tick: boolean;
  readonly deliver: boolean;
  readonly import: boolean;
  readonly announce: boolean;
}

/**
 * Which workspaces have something due, read as the role that sees the wake index and nothing else. The engine looks
 * every few minutes even when nothing is due: that it did is how an outage is told from a quiet day.
 * @param baseNow what each workspace's clock offset is added to
 * @param machineNow rules leases and back-off of the outbox
 */
export async function dueWorkspaces(
  wakeDb: Database,
  baseNow: Date,
  machineNow: Date,
): Promise<readonly DueWork[]> {
  const machine = machineNow.toISOString();
  const rows = await wakeDb.execute<DueRow>(sql`
    with clock as (
      select id, ${baseNow.toISOString()}::timestamptz + clock_offset_ms * interval '1 millisecond' as now from workspace)
    select w.id,
      exists (select from "case" c where c.workspace_id = w.id and c.wake_at <= w.now)
        or exists (select from routine r where r.workspace_id = w.id and r.next_at <= w.now)
        or exists (select from pulse p where p.workspace_id = w.id and p.ticked_at <= w.now - interval '5 minutes') as tick,
      exists (select from outbox o where o.workspace_id = w.id and o.not_before <= ${machine}::timestamptz
          and (o.hold_until is null or o.hold_until <= w.now)
          and (o.status in ('waiting', 'unknown') or (o.status = 'claimed' and o.claimed_until < ${machine}::timestamptz)))
        or exists (select from card k where k.workspace_id = w.id and k.wanted > k.shown and not k.parked
          and k.not_before <= ${machine}::timestamptz)
        or exists (select from home h where h.workspace_id = w.id and h.wanted > h.shown and not h.parked
          and h.not_before <= ${machine}::timestamptz
          and (h.claimed_until is null or h.claimed_until < ${machine}::timestamptz)) as deliver,
      exists (select from import i where i.workspace_id = w.id and i.status = 'running') as import,
      exists (select from hold_announcement a where a.workspace_id = w.id and a.not_before <= ${machine}::timestamptz
        and (a.status = 'waiting' or (a.status = 'claimed' and a.claimed_until < ${machine}::timestamptz))) as announce
    from clock w`);
  return rows.map((row) => ({ ...row, workspaceId: Number(row.id) }));
}
