import { sql } from 'drizzle-orm';
import type { LateTerms } from '../../../src/core/interest/terms.ts';
import type { Transaction } from '../../client.ts';
import { anyOf } from '../any-of.ts';

/* What late interest is reckoned from, in sets: each function is one statement for any number of cases. */

export interface LateInvoiceRow extends Record<string, unknown> {
  readonly case_id: bigint;
  readonly id: bigint;
  readonly number: string;
  readonly currency: string;
  readonly total: bigint;
  readonly open: bigint;
  readonly issued_on: string;
  readonly effective_due_on: string;
  readonly country: string;
  readonly region: string | null;
  readonly zone: string;
  /** The customer's own terms. */
  readonly late_terms: LateTerms | null;
  /** The customer's day on which a letter after the due day reached it first. */
  readonly demanded_on: string | null;
}

/** Invoices of these cases that are open after their due day, or were until something was booked after it. */
export async function loadLateInvoices(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly LateInvoiceRow[]> {
  return tx.execute<LateInvoiceRow>(sql`
    select c.id as case_id, i.id, i.number, i.currency, b.total, b.open, i.issued_on, i.effective_due_on,
      coalesce(cu.country, w.country) as country, case when cu.country is null then w.region else cu.region end as region,
      coalesce(cu.zone, w.zone) as zone, cu.late_terms,
      (select min(o.on_day) from occurrence_invoice oi
        join occurrence o on o.workspace_id = oi.workspace_id and o.id = oi.occurrence_id and o.how = 'delivered'
        where oi.workspace_id = i.workspace_id and oi.invoice_id = i.id and o.on_day > i.effective_due_on) as demanded_on
    from "case" c
    join customer cu on cu.workspace_id = c.workspace_id and cu.id = c.customer_id
    join workspace w on w.id = c.workspace_id
    join invoice i on i.workspace_id = c.workspace_id and i.customer_id = c.customer_id and i.currency = c.currency and i.own_ladder = c.own_ladder
    join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id
    where c.workspace_id = current_workspace() and c.id = ${anyOf(caseIds)}
      and (b.open > 0 or exists (
        select from posting g where g.workspace_id = i.workspace_id and g.invoice_id = i.id
          and g.credit = 'receivable' and g.debit <> 'sales' and g.booked_on > i.effective_due_on))
    order by i.effective_due_on, i.id`);
}

export interface SettlementRow extends Record<string, unknown> {
  readonly invoice_id: bigint;
  readonly on_day: string;
  readonly amount: bigint;
}

/**
 * What was paid or credited of these invoices on each day. Cash that was allocated later counts from the day it came
 * in: the customer had paid. What was taken back, bounced or booked by mistake, never paid anything; a corrected total
 * is no payment.
 */
export async function loadSettlements(
  tx: Transaction,
  invoiceIds: readonly number[],
): Promise<readonly SettlementRow[]> {
  return tx.execute<SettlementRow>(sql`
    select g.invoice_id, case when g.debit = 'unapplied' then coalesce(p.received_on, g.booked_on) else g.booked_on end as on_day,
      sum(case when g.credit = 'receivable' then g.amount else -g.amount end)::bigint as amount
    from posting g
    left join payment p on p.workspace_id = g.workspace_id and p.id = g.payment_id
    left join posting r on r.workspace_id = g.workspace_id and r.reverses_id = g.id
    where g.workspace_id = current_workspace() and g.invoice_id = ${anyOf(invoiceIds)}
      and 'receivable' in (g.debit, g.credit) and 'sales' not in (g.debit, g.credit)
      and r.id is null and g.reverses_id is null
    group by g.invoice_id, on_day
    order by g.invoice_id, on_day`);
}
