import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { only } from '../only.ts';

export interface OwnedRow extends Record<string, unknown> {
  readonly currency: string;
  /** Minor units. */
  readonly overdue: bigint;
  readonly customers: number;
}

/** What one member's customers owe overdue, a row a currency. */
export async function overdueOfOwner(
  tx: Transaction,
  memberId: number,
  today: string,
): Promise<readonly OwnedRow[]> {
  return tx.execute<OwnedRow>(sql`
    select i.currency, sum(b.open)::bigint as overdue, count(distinct i.customer_id)::int as customers
    from customer k
    join invoice i on i.workspace_id = k.workspace_id and i.customer_id = k.id and i.effective_due_on < ${today}::date
    join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
    where k.workspace_id = current_workspace() and k.owner_id = ${memberId}
    group by i.currency order by 2 desc`);
}

export interface PromisedRow extends Record<string, unknown> {
  readonly currency: string;
  /** Minor units that are still to come. */
  readonly amount: bigint;
  readonly promises: number;
}

/** Promises of one member's customers that fall due in these days, both included, a row a currency. */
export async function promisedToOwner(
  tx: Transaction,
  memberId: number,
  days: { readonly from: string; readonly to: string },
): Promise<readonly PromisedRow[]> {
  return tx.execute<PromisedRow>(sql`
    select c.currency, sum(p.amount - p.paid)::bigint as amount, count(*)::int as promises
    from promise p
    join "case" c on c.workspace_id = p.workspace_id and c.id = p.case_id
    join customer k on k.workspace_id = c.workspace_id and k.id = c.customer_id
    where p.workspace_id = current_workspace() and k.owner_id = ${memberId} and p.status = 'open'
      and p.due_on between ${days.from}::date and ${days.to}::date
    group by c.currency order by 2 desc`);
}

export interface RecordRow extends Record<string, unknown> {
  readonly kept: number;
  readonly judged: number;
  readonly missed: number;
}

/** How many promises of a member's customers were kept of those judged since a day, and what the member missed since another. */
export async function recordOfOwner(
  tx: Transaction,
  memberId: number,
  since: { readonly promises: string; readonly misses: string },
): Promise<RecordRow> {
  const rows = await tx.execute<RecordRow>(sql`
    select count(*) filter (where p.status = 'kept')::int as kept, count(*)::int as judged,
      (select count(*) from miss s where s.workspace_id = current_workspace() and s.member_id = ${memberId}
        and s.on_day >= ${since.misses}::date)::int as missed
    from promise p
    join "case" c on c.workspace_id = p.workspace_id and c.id = p.case_id
    join customer k on k.workspace_id = c.workspace_id and k.id = c.customer_id
    where p.workspace_id = current_workspace() and k.owner_id = ${memberId}
      and p.status in ('kept', 'partial', 'broken') and p.ended_on >= ${since.promises}::date`);
  return only(rows);
}

/** Approvals that nobody has decided yet, the oldest first. */
export async function allPendingApprovals(tx: Transaction, most: number): Promise<readonly number[]> {
  const rows = await tx.execute<{ id: bigint }>(sql`
    select id from approval where workspace_id = current_workspace() and status = 'pending' order by id limit ${most}`);
  return rows.map(({ id }) => Number(id));
}

export interface UnappliedRow extends Record<string, unknown> {
  readonly currency: string;
  readonly amount: bigint;
  readonly customers: number;
}

/** Cash that is in and on no invoice yet, a row a currency. */
export async function unappliedCash(tx: Transaction): Promise<readonly UnappliedRow[]> {
  return tx.execute<UnappliedRow>(sql`
    with held as (
      select customer_id, currency, sum(case when credit = 'unapplied' then amount else -amount end) as amount
      from posting where workspace_id = current_workspace() and 'unapplied' in (debit, credit)
      group by customer_id, currency)
    select currency, sum(amount)::bigint as amount, count(*)::int as customers
    from held where amount > 0 group by currency order by 2 desc`);
}

/** Cases with something open whose customer pressing has stopped for this reason. */
export async function casesStopped(tx: Transaction, why: string): Promise<readonly number[]> {
  const rows = await tx.execute<{ id: bigint }>(sql`
    select c.id from "case" c join customer k on k.workspace_id = c.workspace_id and k.id = c.customer_id
    where c.workspace_id = current_workspace() and k.stopped = ${why} order by c.id`);
  return rows.map(({ id }) => Number(id));
}

/** Whether the workspace has ever had a customer. */
export async function hasCustomers(tx: Transaction): Promise<boolean> {
  const rows = await tx.execute<{ known: boolean }>(
    sql`select exists (select from customer where workspace_id = current_workspace()) as known`,
  );
  return only(rows).known;
}
