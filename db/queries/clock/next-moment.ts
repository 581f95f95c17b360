import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

/** One thing that is due at a moment; `name` is a step's key or a member's name. */
export interface Planned extends Record<string, unknown> {
  readonly kind: 'deadline' | 'task' | 'case' | 'digest' | 'morning list' | 'away' | 'back' | 'message';
  readonly name: string | null;
  readonly count: number;
}

export interface NextMoment {
  readonly at: Date;
  readonly what: readonly Planned[];
}

/**
 * The earliest moment at which anything of the workspace is due, and what that is. A case says the step it expects
 * when that is due within a day of the moment; otherwise it only wants to be looked at. The auditor looks on at a moment of others.
 */
export async function nextMoment(tx: Transaction, now: Date): Promise<NextMoment | undefined> {
  const rows = await tx.execute<Planned & { readonly at_ms: number }>(sql`
    with moment as (
      select least(
        (select min(wake_at) from "case" where workspace_id = current_workspace()),
        (select min(next_at) from routine where workspace_id = current_workspace() and kind <> 'auditor'),
        (select min(hold_until) from outbox
          where workspace_id = current_workspace() and status = 'waiting' and hold_until > ${now.toISOString()}::timestamptz)) as at),
    woken as (
      select c.id, case when c.next_at < m.at + interval '1 day' then c.next_step end as step,
        (select case when bool_or(t.deadline_at <= m.at) then 'deadline' when bool_or(t.due_at <= m.at and t.nudges_spent = 0) then 'task' end
          from task t where t.workspace_id = c.workspace_id and t.case_id = c.id and t.status = 'open') as task
      from moment m join "case" c on c.workspace_id = current_workspace() and c.wake_at = m.at),
    planned as (
      select coalesce(task, 'case') as kind, case when task is null then step end as name, count(*)::int as count
      from woken group by 1, 2
      union all
      select r.kind, p.name, 1
      from moment m
      join routine r on r.workspace_id = current_workspace() and r.next_at = m.at and r.kind <> 'auditor'
      left join member p on p.workspace_id = r.workspace_id and p.id = r.member_id
      union all
      select 'message', null, count(*)::int
      from moment m
      join outbox o on o.workspace_id = current_workspace() and o.status = 'waiting' and o.hold_until = m.at
      having count(*) > 0)
    select (extract(epoch from m.at) * 1000)::float8 as at_ms, p.kind, p.name, p.count
    from moment m cross join planned p
    order by p.count desc, p.kind, p.name`);
  const [first] = rows;
  return first === undefined ? undefined : { at: new Date(first.at_ms), what: rows };
}
