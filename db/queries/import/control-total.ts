import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import type { DocumentName } from './known-invoices.ts';

/** How many documents of a currency, and what is open of them; minor units. */
export interface OpenSum extends Record<string, unknown> {
  readonly currency: string;
  readonly amount: bigint;
  readonly count: number;
}

/**
 * What is open now of these documents: invoices by their balance, credit notes, negative, by their postings;
 * none of those that were booked on an invoice at once.
 */
export async function openOfDocuments(
  tx: Transaction,
  documents: readonly (DocumentName & { readonly kind: 'invoice' | 'credit_note' })[],
): Promise<readonly OpenSum[]> {
  return tx.execute<OpenSum>(sql`
    with file as (
      select f.number, f.kind, c.id as customer_id
      from json_to_recordset(${JSON.stringify(documents)}::json) as f(customer text, number text, kind text)
      join customer c on c.workspace_id = current_workspace() and c.number = f.customer),
    credit as (
      select y.currency, sum(case when g.credit = 'unapplied' then g.amount else -g.amount end) as left_over,
        bool_or(g.credit = 'receivable') as applied
      from file f
      join payment y on y.workspace_id = current_workspace() and y.customer_id = f.customer_id
        and y.reference = f.number and y.source = 'credit note'
      join posting g on g.workspace_id = y.workspace_id and g.payment_id = y.id
        and (g.debit = 'credit' or g.credit = 'credit')
      where f.kind = 'credit_note'
      group by f.customer_id, f.number, y.currency),
    standing as (
      select i.currency, b.open
      from file f
      join invoice i on i.workspace_id = current_workspace() and i.customer_id = f.customer_id and i.number = f.number
      join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id
      where f.kind = 'invoice'
      union all
      select currency, -left_over from credit where left_over > 0 and not applied)
    select currency, sum(open)::bigint as amount, count(*)::int as count from standing group by currency`);
}

export interface OverdueSum extends OpenSum {
  /** In all currencies together. */
  readonly customers: number;
}

/** What was due before a day and is open, currency by currency. */
export async function overdueOn(tx: Transaction, day: string): Promise<readonly OverdueSum[]> {
  return tx.execute<OverdueSum>(sql`
    with overdue as (
      select i.currency, i.customer_id, b.open
      from invoice_balance b join invoice i on i.workspace_id = b.workspace_id and i.id = b.invoice_id
      where b.workspace_id = current_workspace() and b.open > 0 and i.due_on < ${day}::date)
    select currency, sum(open)::bigint as amount, count(*)::int as count,
      (select count(distinct customer_id)::int from overdue) as customers
    from overdue group by currency`);
}

/** How many customers with something open nobody owns. */
export async function countUnownedDebtors(tx: Transaction): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(distinct i.customer_id)::int as count
    from invoice_balance b
    join invoice i on i.workspace_id = b.workspace_id and i.id = b.invoice_id
    join customer c on c.workspace_id = i.workspace_id and c.id = i.customer_id and c.owner_id is null
    where b.workspace_id = current_workspace() and b.open > 0`);
  return row?.count ?? 0;
}
