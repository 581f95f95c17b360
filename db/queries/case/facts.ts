import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import type { ContactRow, CustomerRow } from '../../schema/index.ts';
import { anyOf } from '../any-of.ts';

/*
 * What one decision about a case may depend on, read in sets: each function is one statement for any number of cases.
 * They select and add up; what follows from the rows is decided in core/dunning.
 */

export interface CaseRow extends Record<string, unknown> {
  readonly id: bigint;
  readonly customer_id: bigint;
  readonly customer_name: string;
  readonly customer_number: string;
  readonly legal_address: string | null;
  readonly currency: string;
  readonly ladder_id: bigint;
  readonly country: string;
  readonly region: string | null;
  readonly zone: string;
  readonly owner_id: bigint | null;
  readonly tags: readonly string[];
  readonly payer_type: CustomerRow['payerType'];
  /** The roles in which the customer has contacts. */
  readonly contact_roles: readonly ContactRow['role'][];
  readonly stopped: boolean;
  readonly has_mail_address: boolean;
  readonly raised_to: string | null;
  /** The end of the longest pause of all of it, whether that is past or not. */
  readonly paused_until: string | null;
  readonly letters_held_until: string | null;
  /** Whether anything was ever sent or done for this case: the first contact is what a day's cap counts. */
  readonly started: boolean;
}

export async function loadCases(tx: Transaction, caseIds: readonly number[]): Promise<readonly CaseRow[]> {
  return tx.execute<CaseRow>(sql`
    select c.id, c.customer_id, cu.name as customer_name, cu.number as customer_number, cu.legal_address, c.currency, c.ladder_id,
      coalesce(cu.country, w.country) as country, case when cu.country is null then w.region else cu.region end as region,
      coalesce(cu.zone, w.zone) as zone, cu.owner_id, cu.payer_type, cu.tags,
      array(select distinct p.role from contact p where p.workspace_id = c.workspace_id and p.customer_id = c.customer_id order by p.role) as contact_roles,
      cu.stopped is not null as stopped,
      exists (select from contact p where p.workspace_id = c.workspace_id and p.customer_id = c.customer_id and p.email is not null and p.email_refused_at is null) as has_mail_address,
      c.raised_to,
      (select max(p.until_day) from pause p where p.workspace_id = c.workspace_id and p.case_id = c.id
        and p.whole and p.status = 'granted' and p.ended_on is null) as paused_until, c.letters_held_until,
      exists (select from occurrence o where o.workspace_id = c.workspace_id and o.case_id = c.id) as started
    from "case" c
    join customer cu on cu.workspace_id = c.workspace_id and cu.id = c.customer_id
    join workspace w on w.id = c.workspace_id
    where c.workspace_id = current_workspace() and c.id = ${anyOf(caseIds)}
    order by c.id`);
}

export interface InvoiceRow extends Record<string, unknown> {
  readonly case_id: bigint;
  readonly id: bigint;
  readonly number: string;
  readonly issued_on: string;
  readonly due_on: string;
  readonly effective_due_on: string;
  readonly open: bigint;
  readonly excluded: boolean;
}

export async function loadOpenInvoices(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly InvoiceRow[]> {
  return tx.execute<InvoiceRow>(sql`
    select c.id as case_id, i.id, i.number, i.issued_on, i.due_on, i.effective_due_on, b.open, i.excluded
    from "case" c
    join invoice i on i.workspace_id = c.workspace_id and i.customer_id = c.customer_id and i.currency = c.currency and i.own_ladder = c.own_ladder
    join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
    where c.workspace_id = current_workspace() and c.id = ${anyOf(caseIds)}
    order by i.effective_due_on, i.id`);
}

export interface CoverRow extends Record<string, unknown> {
  readonly case_id: bigint;
  readonly kind: 'advised' | 'unapplied';
  readonly amount: bigint;
  /**
   * Advised: the day until which it rests. Unapplied: the day it came in; of a bank's statement the day it was read, as
   * nobody could allocate it before. Each payment by itself: one that was spent or bounced says nothing about what another
   * left. Deposits cover nothing.
   */
  readonly on_day: string;
}

export async function loadCover(tx: Transaction, caseIds: readonly number[]): Promise<readonly CoverRow[]> {
  return tx.execute<CoverRow>(sql`
    select a.case_id, 'advised' as kind, a.amount, a.rests_until as on_day from payment_advice a
    where a.workspace_id = current_workspace() and a.case_id = ${anyOf(caseIds)}
    union all
    select c.id, 'unapplied', sum(case when g.credit = 'unapplied' then g.amount else -g.amount end)::bigint,
      coalesce(max(case when y.source = 'bank' then greatest(g.booked_on, (g.created_at at time zone w.zone)::date) else g.booked_on end)
        filter (where g.credit = 'unapplied' and g.reverses_id is null), max(g.booked_on))
    from "case" c
    join workspace w on w.id = c.workspace_id
    join posting g on g.workspace_id = c.workspace_id and g.customer_id = c.customer_id and g.currency = c.currency
      and 'unapplied' in (g.debit, g.credit)
    left join payment y on y.workspace_id = g.workspace_id and y.id = g.payment_id
    where c.workspace_id = current_workspace() and c.id = ${anyOf(caseIds)} and c.own_ladder = '' and y.is_deposit is not true
    group by c.id, g.payment_id
    having sum(case when g.credit = 'unapplied' then g.amount else -g.amount end) > 0`);
}
