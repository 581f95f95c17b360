import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { only } from '../only.ts';
import { invoicesOf, type LedgerPart } from '../report/part.ts';

export interface AgingRow extends Record<string, unknown> {
  readonly currency: string;
  readonly effective_due_on: string;
  readonly open: bigint;
  readonly invoices: number;
  readonly customers: number;
}

/** What is open, by currency and effective due date. */
export async function openByDueDate(tx: Transaction, part: LedgerPart = {}): Promise<readonly AgingRow[]> {
  return tx.execute<AgingRow>(sql`
    select i.currency, i.effective_due_on, sum(b.open)::bigint as open, count(*)::int as invoices,
      count(distinct i.customer_id)::int as customers
    from invoice i join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
    where i.workspace_id = current_workspace() ${invoicesOf(part)} group by i.currency, i.effective_due_on`);
}

export interface OverdueRow extends Record<string, unknown> {
  readonly currency: string;
  readonly customers: number;
}

export async function overdueCustomers(tx: Transaction, today: string): Promise<readonly OverdueRow[]> {
  return tx.execute<OverdueRow>(sql`
    select i.currency, count(distinct i.customer_id)::int as customers
    from invoice i join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
    where i.workspace_id = current_workspace() and i.effective_due_on < ${today}::date group by i.currency`);
}

export interface PromiseSumRow extends Record<string, unknown> {
  readonly currency: string;
  readonly kind: 'today' | 'broken' | 'unconfirmed';
  readonly promises: number;
  readonly amount: bigint;
}

/** Promises due today, broken since the last business day, and waiting for data. */
export async function promiseSums(
  tx: Transaction,
  days: { readonly today: string; readonly since: string },
): Promise<readonly PromiseSumRow[]> {
  return tx.execute<PromiseSumRow>(sql`
    select c.currency, k.kind, count(*)::int as promises, sum(p.amount - p.paid)::bigint as amount
    from promise p
    join "case" c on c.workspace_id = p.workspace_id and c.id = p.case_id
    cross join lateral (values
      ('today', p.status = 'open' and p.due_on = ${days.today}::date),
      ('broken', p.status in ('broken', 'partial') and p.ended_on >= ${days.since}::date),
      ('unconfirmed', p.status = 'unconfirmed')) k(kind, counts)
    where p.workspace_id = current_workspace() and k.counts
    group by c.currency, k.kind`);
}

export interface DeskRow extends Record<string, unknown> {
  readonly approvals: number;
  readonly missed: number;
  readonly open_calls: number;
  readonly withheld: number;
}

/** Work of the desk: approvals waiting, tasks missed since a day, calls open, letters that shadow mode holds back. */
export async function deskCounts(tx: Transaction, since: string): Promise<DeskRow> {
  const rows = await tx.execute<DeskRow>(sql`
    select ((select count(*) from approval where workspace_id = current_workspace() and status = 'pending')
        + (select count(*) from plan where workspace_id = current_workspace() and status = 'proposed'))::int as approvals,
      (select count(*) from miss where workspace_id = current_workspace() and on_day >= ${since}::date)::int as missed,
      (select count(*) from task where workspace_id = current_workspace() and status = 'open' and kind in ('call', 'call back'))::int as open_calls,
      (select count(distinct case_id) from letter where workspace_id = current_workspace() and status = 'withheld')::int as withheld`);
  return only(rows);
}
