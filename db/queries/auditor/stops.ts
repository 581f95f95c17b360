import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import type { FullStopRow } from '../../schema/index.ts';

/** Something that reached out to a customer while a full stop stood. */
export interface PressedWhileStopped {
  readonly occurrenceId: number;
  readonly caseId: number;
  readonly step: string;
  readonly at: Date;
  readonly stop: FullStopRow['kind'];
}

/** Calls and letters that came up after a moment, while their customer was stopped. */
export async function pressedWhileStopped(
  tx: Transaction,
  after: Date,
): Promise<readonly PressedWhileStopped[]> {
  const rows = await tx.execute<{
    id: bigint;
    case_id: bigint;
    step: string;
    at_ms: number;
    kind: FullStopRow['kind'];
  }>(sql`
    select o.id, o.case_id, o.step, (extract(epoch from o.at) * 1000)::float8 as at_ms, s.kind
    from full_stop s
    join "case" c on c.workspace_id = s.workspace_id and c.customer_id = s.customer_id
    join occurrence o on o.workspace_id = c.workspace_id and o.case_id = c.id
    where s.workspace_id = current_workspace() and o.how in ('done', 'under way', 'delivered')
      and o.at > s.since and o.at < coalesce(s.ended_at, 'infinity') and o.at > ${after.toISOString()}::timestamptz
    order by o.id
    limit ${most}`);
  return rows.map((row) => ({
    occurrenceId: Number(row.id),
    caseId: Number(row.case_id),
    step: row.step,
    at: new Date(row.at_ms),
    stop: row.kind,
  }));
}

/** A full stop, and a case of its customer. */
export interface StopOfNobody {
  readonly stopId: number;
  readonly caseId: number;
  readonly since: Date;
  readonly stop: FullStopRow['kind'];
}

/** Full stops from before a moment that nobody confirmed, and that nobody has the task to confirm. */
export async function stopsOfNobody(tx: Transaction, before: Date): Promise<readonly StopOfNobody[]> {
  const rows = await tx.execute<{
    id: bigint;
    case_id: bigint;
    since_ms: number;
    kind: FullStopRow['kind'];
  }>(sql`
    select s.id, min(c.id) as case_id, (extract(epoch from s.since) * 1000)::float8 as since_ms, s.kind
    from full_stop s
    join "case" c on c.workspace_id = s.workspace_id and c.customer_id = s.customer_id
    left join task t on t.workspace_id = c.workspace_id and t.case_id = c.id and t.kind = 'stop check' and t.status = 'open'
    where s.workspace_id = current_workspace() and s.ended_at is null and s.confirmed_at is null
      and s.since < ${before.toISOString()}::timestamptz
    group by s.id, s.since, s.kind
    having count(t.id) = 0
    order by s.id
    limit ${most}`);
  return rows.map((row) => ({
    stopId: Number(row.id),
    caseId: Number(row.case_id),
    since: new Date(row.since_ms),
    stop: row.kind,
  }));
}

/** More of one kind are one fault, and not many. */
const most = 50;
