import { sql } from 'drizzle-orm';
import type { Transaction } from '../client.ts';

/*
 * What one decision about a case may depend on, read in sets: each function is one statement for any number of cases.
 * They select and add up; what follows from the rows is decided in core/dunning.
 */

const list = (ids: readonly number[]) => sql`any(${`{${ids.join(',')}}`}::bigint[])`;

export interface CaseRow extends Record<string, unknown> {
  readonly id: bigint;
  readonly customer_id: bigint;
  readonly customer_name: string;
  readonly customer_number: string;
  readonly currency: string;
  readonly ladder_id: bigint;
  readonly country: string;
  readonly region: string | null;
  readonly zone: string;
  readonly owner_id: bigint | null;
  readonly stopped: boolean;
  readonly has_mail_address: boolean;
  readonly raised_to: string | null;
  readonly paused_until: string | null;
  /** Whether anything was ever sent or done for this case: the first contact is what a day's cap counts. */
  readonly started: boolean;
}

export async function loadCases(tx: Transaction, caseIds: readonly number[]): Promise<readonly CaseRow[]> {
  return tx.execute<CaseRow>(sql`
    select c.id, c.customer_id, cu.name as customer_name, cu.number as customer_number, c.currency, c.ladder_id,
      coalesce(cu.country, w.country) as country, case when cu.country is null then w.region else cu.region end as region,
      coalesce(cu.zone, w.zone) as zone, cu.owner_id, cu.stopped is not null as stopped,
      exists (select from contact p where p.workspace_id = c.workspace_id and p.customer_id = c.customer_id and p.email is not null and p.email_refused_at is null) as has_mail_address,
      c.raised_to, c.paused_until,
      exists (select from occurrence o where o.workspace_id = c.workspace_id and o.case_id = c.id) as started
    from "case" c
    join customer cu on cu.workspace_id = c.workspace_id and cu.id = c.customer_id
    join workspace w on w.id = c.workspace_id
    where c.workspace_id = current_workspace() and c.id = ${list(caseIds)}
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
    join invoice i on i.workspace_id = c.workspace_id and i.customer_id = c.customer_id and i.currency = c.currency
    join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
    where c.workspace_id = current_workspace() and c.id = ${list(caseIds)}
    order by i.effective_due_on, i.id`);
}

export interface ReceivedRow extends Record<string, unknown> {
  readonly case_id: bigint;
  readonly invoice_id: bigint;
  readonly step: string;
  readonly on_day: string;
  readonly how: 'done' | 'under way' | 'delivered' | 'withheld' | 'impossible' | 'failed';
}

/** What became of each step that an open invoice received, the latest time. */
export async function loadReceived(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly ReceivedRow[]> {
  return tx.execute<ReceivedRow>(sql`
    select distinct on (oi.invoice_id, oi.step) o.case_id, oi.invoice_id, oi.step, o.on_day, o.how
    from occurrence o
    join occurrence_invoice oi on oi.workspace_id = o.workspace_id and oi.occurrence_id = o.id and oi.step is not null
    join invoice_balance b on b.workspace_id = o.workspace_id and b.invoice_id = oi.invoice_id and b.open > 0
    where o.workspace_id = current_workspace() and o.case_id = ${list(caseIds)}
    order by oi.invoice_id, oi.step, o.at desc, o.id desc`);
}

export interface PromiseLineRow extends Record<string, unknown> {
  readonly case_id: bigint;
  readonly invoice_id: bigint;
  readonly status: 'open' | 'kept' | 'partial' | 'unconfirmed' | 'broken' | 'cancelled';
  readonly rests: boolean;
  readonly called_about: boolean;
  readonly whole: boolean;
  /** The promised part of the invoice that was not paid since. */
  readonly unpaid: bigint;
  readonly made_on: string;
  readonly ended_on: string | null;
}

export async function loadPromiseLines(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly PromiseLineRow[]> {
  return tx.execute<PromiseLineRow>(sql`
    select p.case_id, l.invoice_id, p.status, p.rests, p.called_about, l.whole, p.made_on, p.ended_on,
      greatest(0, l.amount - coalesce((select sum(g.amount) from posting g
        where g.workspace_id = p.workspace_id and g.invoice_id = l.invoice_id and g.credit = 'receivable' and g.created_at >= p.made_at), 0))::bigint as unpaid
    from promise p
    join promise_invoice l on l.workspace_id = p.workspace_id and l.promise_id = p.id
    where p.workspace_id = current_workspace() and p.case_id = ${list(caseIds)}`);
}

export interface LastContactRow extends Record<string, unknown> {
  readonly for_case: bigint;
  readonly case_id: bigint;
  readonly step: string;
  readonly on_day: string;
}

/** The latest contact with each case's customer, in whatever case or currency. */
export async function loadLastContacts(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly LastContactRow[]> {
  return tx.execute<LastContactRow>(sql`
    select distinct on (c.id) c.id as for_case, o.case_id, o.step, o.on_day
    from "case" c
    join "case" k on k.workspace_id = c.workspace_id and k.customer_id = c.customer_id
    join occurrence o on o.workspace_id = k.workspace_id and o.case_id = k.id and o.how in ('done', 'delivered', 'under way') and o.reason <> 'joined'
    where c.workspace_id = current_workspace() and c.id = ${list(caseIds)}
    order by c.id, o.at desc, o.id desc`);
}

export interface PressedStepRow extends Record<string, unknown> {
  readonly for_case: bigint;
  readonly step: string;
}

/** Steps that invoices of the customer, still open in any of its cases, have received. */
export async function loadCustomerSteps(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly PressedStepRow[]> {
  return tx.execute<PressedStepRow>(sql`
    select distinct c.id as for_case, oi.step
    from "case" c
    join "case" k on k.workspace_id = c.workspace_id and k.customer_id = c.customer_id
    join occurrence o on o.workspace_id = k.workspace_id and o.case_id = k.id
    join occurrence_invoice oi on oi.workspace_id = o.workspace_id and oi.occurrence_id = o.id and oi.step is not null
    join invoice_balance b on b.workspace_id = o.workspace_id and b.invoice_id = oi.invoice_id and b.open > 0
    where c.workspace_id = current_workspace() and c.id = ${list(caseIds)}`);
}

export interface CoverRow extends Record<string, unknown> {
  readonly case_id: bigint;
  readonly kind: 'advised' | 'unapplied';
  readonly amount: bigint;
  /** Advised: the day until which it rests. Unapplied: the day it came in. */
  readonly on_day: string;
}

export async function loadCover(tx: Transaction, caseIds: readonly number[]): Promise<readonly CoverRow[]> {
  return tx.execute<CoverRow>(sql`
    select a.case_id, 'advised' as kind, a.amount, a.rests_until as on_day from payment_advice a
    where a.workspace_id = current_workspace() and a.case_id = ${list(caseIds)}
    union all
    select c.id, 'unapplied', sum(case when g.credit = 'unapplied' then g.amount else -g.amount end)::bigint, max(g.booked_on)
    from "case" c
    join posting g on g.workspace_id = c.workspace_id and g.customer_id = c.customer_id and g.currency = c.currency
      and 'unapplied' in (g.debit, g.credit)
    where c.workspace_id = current_workspace() and c.id = ${list(caseIds)}
    group by c.id
    having sum(case when g.credit = 'unapplied' then g.amount else -g.amount end) > 0`);
}

export interface OpenCallRow extends Record<string, unknown> {
  readonly case_id: bigint;
  readonly id: bigint;
  readonly step: string;
  readonly level: 'owner' | 'lead' | 'manager';
  readonly holder_id: bigint;
  readonly first_holder_id: bigint;
  /** Milliseconds of the epoch. */
  readonly deadline_ms: number;
}

export async function loadOpenCalls(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly OpenCallRow[]> {
  return tx.execute<OpenCallRow>(sql`
    select case_id, id, step, level, holder_id, first_holder_id,
      (extract(epoch from deadline_at) * 1000)::float8 as deadline_ms from task
    where workspace_id = current_workspace() and case_id = ${list(caseIds)} and status = 'open' and kind = 'call'`);
}

export interface CallBackRow extends Record<string, unknown> {
  readonly case_id: bigint;
  readonly agreed_ms: number;
  readonly due_ms: number;
}

/** The next call back that we agreed to and have not made. */
export async function loadCallBacks(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly CallBackRow[]> {
  return tx.execute<CallBackRow>(sql`
    select distinct on (case_id) case_id, (extract(epoch from opened_at) * 1000)::float8 as agreed_ms,
      (extract(epoch from due_at) * 1000)::float8 as due_ms
    from task
    where workspace_id = current_workspace() and case_id = ${list(caseIds)} and status = 'open' and kind = 'call back'
    order by case_id, due_at`);
}

export interface ApprovalRow extends Record<string, unknown> {
  readonly case_id: bigint;
  readonly step: string;
  readonly status: 'pending' | 'approved' | 'refused' | 'lapsed';
  readonly review_on: string | null;
}

/** The latest approval of each case and step. */
export async function loadApprovals(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly ApprovalRow[]> {
  return tx.execute<ApprovalRow>(sql`
    select distinct on (case_id, step) case_id, step, status, review_on from approval
    where workspace_id = current_workspace() and case_id = ${list(caseIds)}
    order by case_id, step, id desc`);
}

export interface UnderWayRow extends Record<string, unknown> {
  readonly case_id: bigint;
}

export async function loadLettersUnderWay(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly UnderWayRow[]> {
  return tx.execute<UnderWayRow>(sql`
    select distinct case_id from letter
    where workspace_id = current_workspace() and case_id = ${list(caseIds)}
      and kind = 'payment demand' and status in ('queued', 'unknown')`);
}
