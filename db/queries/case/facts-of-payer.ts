import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { anyOf } from '../any-of.ts';

/* How a customer paid before, as the conditions of steps ask: see facts.ts. */

export interface PaidBeforeRow extends Record<string, unknown> {
  readonly for_case: bigint;
  readonly effective_due_on: string;
  /** The day on which the last of its money came in; empty when it was written off. */
  readonly paid_on: string | null;
}

/** The latest settled invoices of each case's customer, as many as are wanted; what a credit note settled is none, and what was taken back says nothing. */
export async function loadPaidBefore(
  tx: Transaction,
  caseIds: readonly number[],
  wanted: number,
): Promise<readonly PaidBeforeRow[]> {
  if (caseIds.length === 0) return [];
  return tx.execute<PaidBeforeRow>(sql`
    select c.id as for_case, i.effective_due_on, g.paid_on
    from "case" c
    cross join lateral (
      select i.id, i.effective_due_on from invoice i
      join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open = 0
      where i.workspace_id = c.workspace_id and i.customer_id = c.customer_id
      order by i.effective_due_on desc, i.id desc limit ${wanted}) i
    cross join lateral (
      select case when bool_or(g.debit = 'bad debt') then null
          else max(coalesce(y.received_on, g.booked_on)) filter (where g.debit in ('cash', 'unapplied')) end as paid_on,
        bool_or(g.debit in ('cash', 'unapplied', 'bad debt')) as told
      from posting g
      left join payment y on y.workspace_id = g.workspace_id and y.id = g.payment_id
      where g.workspace_id = c.workspace_id and g.invoice_id = i.id and g.credit = 'receivable'
        and not exists (select from posting r where r.workspace_id = g.workspace_id and r.reverses_id = g.id)) g
    where c.workspace_id = current_workspace() and c.id = ${anyOf(caseIds)} and g.told`);
}
