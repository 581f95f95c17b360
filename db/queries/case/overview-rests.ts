import { sql, type SQL } from 'drizzle-orm';
import type { HoldRow } from '../../schema/index.ts';

/** What of a case is at rest besides promises, and what its customer does not get: see overviews.ts. */
export interface RestColumns {
  /** What rests now because it is disputed, or upheld and not credited yet; minor units. */
  readonly disputed: bigint;
  readonly disputes: number;
  /** The nearest day by which one of them must be answered. */
  readonly answer_by: string | null;
  readonly paused_until: string | null;
  /** Not only some invoices. */
  readonly paused_whole: boolean | null;
  readonly pause_reason: string | null;
  readonly holds: readonly HoldRow['kind'][];
}

export const restColumns: SQL = sql`
  d.disputed, d.disputes, d.answer_by, r.until_day as paused_until, r.whole as paused_whole, r.reason as pause_reason,
  array(select h.kind from hold h where h.workspace_id = c.workspace_id and h.customer_id = c.customer_id and h.status = 'on'
    order by h.id) as holds`;

/** Of several pauses the widest that lasts longest is shown. */
export const restJoins = (today: string): SQL => sql`
  left join lateral (
    select coalesce(sum(least(b.open, case d.status when 'open' then l.amount else l.upheld end)), 0)::bigint as disputed,
      count(distinct d.id)::int as disputes, min(d.deadline_on) filter (where d.status = 'open') as answer_by
    from dispute d
    join dispute_invoice l on l.workspace_id = d.workspace_id and l.dispute_id = d.id
    join invoice_balance b on b.workspace_id = l.workspace_id and b.invoice_id = l.invoice_id and b.open > 0
    where d.workspace_id = c.workspace_id and d.case_id = c.id and d.status in ('open', 'upheld')) d on true
  left join lateral (
    select p.until_day, p.whole, p.reason from pause p
    where p.workspace_id = c.workspace_id and p.case_id = c.id and p.status = 'granted' and p.ended_on is null
      and p.until_day > ${today}::date
    order by p.whole desc, p.until_day desc, p.id limit 1) r on true`;
