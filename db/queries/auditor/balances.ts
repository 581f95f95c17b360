import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { anyOf } from '../any-of.ts';

/** An invoice whose balance is not what its postings make; minor units. */
export interface WrongBalance {
  readonly caseId: number;
  readonly invoiceId: number;
  readonly number: string;
  readonly currency: string;
  readonly open: bigint;
  readonly total: bigint;
  readonly postedOpen: bigint;
  readonly postedTotal: bigint;
}

interface BalanceRow extends Record<string, unknown> {
  readonly case_id: bigint;
  readonly id: bigint;
  readonly number: string;
  readonly currency: string;
  readonly open: bigint;
  readonly total: bigint;
  readonly posted_open: bigint;
  readonly posted_total: bigint;
}

/** Invoices of these cases whose balance differs from the sum of their postings, or is less than nothing. */
export async function wrongBalances(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly WrongBalance[]> {
  const rows = await tx.execute<BalanceRow>(sql`
    with posted as (
      select c.id as case_id, i.id, i.number, i.currency,
        coalesce(sum(case 'receivable' when g.debit then g.amount when g.credit then -g.amount end), 0)::bigint as open,
        coalesce(sum(case when g.debit = 'receivable' and g.credit = 'sales' then g.amount
          when g.credit = 'receivable' and g.debit = 'sales' then -g.amount end), 0)::bigint as total
      from "case" c
      join invoice i on i.workspace_id = c.workspace_id and i.customer_id = c.customer_id and i.currency = c.currency and i.own_ladder = c.own_ladder
      left join posting g on g.workspace_id = i.workspace_id and g.invoice_id = i.id
      where c.workspace_id = current_workspace() and c.id = ${anyOf(caseIds)}
      group by c.id, i.id, i.number, i.currency)
    select p.case_id, p.id, p.number, p.currency, coalesce(b.open, 0) as open, coalesce(b.total, 0) as total,
      p.open as posted_open, p.total as posted_total
    from posted p
    left join invoice_balance b on b.workspace_id = current_workspace() and b.invoice_id = p.id
    where coalesce(b.open, 0) <> p.open or coalesce(b.total, 0) <> p.total or p.open < 0 or p.open > p.total
    order by p.id`);
  return rows.map((row) => ({
    caseId: Number(row.case_id),
    invoiceId: Number(row.id),
    number: row.number,
    currency: row.currency,
    open: row.open,
    total: row.total,
    postedOpen: row.posted_open,
    postedTotal: row.posted_total,
  }));
}

/** Cases of whose customer more cash was allocated than came in; minor units, below zero. */
export async function overdrawnCash(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly { readonly caseId: number; readonly currency: string; readonly amount: bigint }[]> {
  const rows = await tx.execute<{ id: bigint; currency: string; amount: bigint }>(sql`
    select c.id, c.currency, sum(case g.credit when 'unapplied' then g.amount else -g.amount end)::bigint as amount
    from "case" c
    join posting g on g.workspace_id = c.workspace_id and g.customer_id = c.customer_id and g.currency = c.currency
      and 'unapplied' in (g.debit, g.credit)
    where c.workspace_id = current_workspace() and c.id = ${anyOf(caseIds)} and c.own_ladder = ''
    group by c.id, c.currency
    having sum(case g.credit when 'unapplied' then g.amount else -g.amount end) < 0
    order by c.id`);
  return rows.map((row) => ({ caseId: Number(row.id), currency: row.currency, amount: row.amount }));
}

/** Of each currency in which they differ: what the ledger's receivables make, and what the invoices say is open. */
export async function receivablesApart(
  tx: Transaction,
): Promise<readonly { readonly currency: string; readonly ledger: bigint; readonly invoices: bigint }[]> {
  return tx.execute<{ currency: string; ledger: bigint; invoices: bigint }>(sql`
    with ledger as (
      select currency, sum(case 'receivable' when debit then amount else -amount end)::bigint as amount
      from posting where workspace_id = current_workspace() and 'receivable' in (debit, credit) group by currency),
    invoices as (
      select i.currency, sum(b.open)::bigint as amount
      from invoice_balance b join invoice i on i.workspace_id = b.workspace_id and i.id = b.invoice_id
      where b.workspace_id = current_workspace() group by i.currency)
    select currency, coalesce(l.amount, 0) as ledger, coalesce(i.amount, 0) as invoices
    from ledger l full join invoices i using (currency)
    where coalesce(l.amount, 0) <> coalesce(i.amount, 0) order by currency`);
}

/** Postings that move nothing, or from an account to itself: the trial balance would not come to zero. */
export async function impossiblePostings(
  tx: Transaction,
): Promise<{ readonly postings: number; readonly first: number } | undefined> {
  const [row] = await tx.execute<{ n: number; first: bigint | null }>(sql`
    select count(*)::int as n, min(id) as first from posting
    where workspace_id = current_workspace() and (amount <= 0 or debit = credit)`);
  if (row === undefined || row.first === null) return undefined;
  return { postings: row.n, first: Number(row.first) };
}
