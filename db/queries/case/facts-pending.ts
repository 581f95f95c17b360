import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { anyOf } from '../any-of.ts';

/* What is promised, agreed, asked or under way, as decisions depend on it: see facts.ts. */

export interface PromiseLineRow extends Record<string, unknown> {
  readonly case_id: bigint;
  readonly invoice_id: bigint;
  readonly status: 'open' | 'kept' | 'partial' | 'unconfirmed' | 'broken' | 'cancelled';
  readonly rests: boolean;
  readonly called_about: boolean;
  readonly whole: boolean;
  /** The promised part of the invoice that was not paid since; neither booking the invoice anew, nor a credit note, nor giving it up pays. */
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
      greatest(0, least(l.amount, l.amount - coalesce((
        select sum(case g.credit when 'receivable' then g.amount else -g.amount end) from posting g
        where g.workspace_id = p.workspace_id and g.invoice_id = l.invoice_id and g.created_at >= p.made_at
          and 'receivable' in (g.debit, g.credit) and g.debit not in ('sales', 'credit', 'bad debt') and g.credit not in ('sales', 'credit', 'bad debt')), 0)))::bigint as unpaid
    from promise p
    join promise_invoice l on l.workspace_id = p.workspace_id and l.promise_id = p.id
    where p.workspace_id = current_workspace() and p.case_id = ${anyOf(caseIds)}`);
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
  /** A person raised the case to it. */
  readonly raised: boolean;
}

export async function loadOpenCalls(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly OpenCallRow[]> {
  return tx.execute<OpenCallRow>(sql`
    select t.case_id, t.id, t.step, t.level, t.holder_id, t.first_holder_id,
      (extract(epoch from t.deadline_at) * 1000)::float8 as deadline_ms, coalesce(o.reason = 'raised', false) as raised
    from task t
    left join occurrence o on o.workspace_id = t.workspace_id and o.id = t.occurrence_id
    where t.workspace_id = current_workspace() and t.case_id = ${anyOf(caseIds)} and t.status = 'open' and t.kind = 'call'`);
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
    where workspace_id = current_workspace() and case_id = ${anyOf(caseIds)} and status = 'open' and kind = 'call back'
    order by case_id, due_at`);
}

export interface ApprovalRow extends Record<string, unknown> {
  readonly case_id: bigint;
  readonly step: string;
  readonly status: 'pending' | 'approved' | 'refused' | 'lapsed';
  /** The day to look again: that of the refusal, or of whoever has new grounds. */
  readonly review_on: string | null;
  readonly invoices: readonly number[];
}

/** The latest approval of each case and step. */
export async function loadApprovals(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly ApprovalRow[]> {
  return tx.execute<ApprovalRow>(sql`
    select distinct on (case_id, step) case_id, step, status, coalesce(again_on, review_on) as review_on, invoices from approval
    where workspace_id = current_workspace() and case_id = ${anyOf(caseIds)} and kind = 'step'
    order by case_id, step, id desc`);
}

export interface AnnouncedRow extends Record<string, unknown> {
  readonly case_id: bigint;
  readonly step: string;
  /** A claim that was approved, and not a letter of the ladder. */
  readonly approved: boolean;
  /** Milliseconds of the epoch. */
  readonly goes_ms: number;
}

/** What stands announced, at most one for a case. */
export async function loadAnnounced(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly AnnouncedRow[]> {
  return tx.execute<AnnouncedRow>(sql`
    select case_id, step, approval_id is not null as approved, (extract(epoch from goes_at) * 1000)::float8 as goes_ms
    from announcement
    where workspace_id = current_workspace() and case_id = ${anyOf(caseIds)} and status = 'waiting'`);
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
    where workspace_id = current_workspace() and case_id = ${anyOf(caseIds)}
      and kind <> 'formal claim' and occurrence_id is not null and status in ('queued', 'unknown')`);
}
