import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import type { DisputeRow, PlanRow } from '../../schema/index.ts';
import { anyOf } from '../any-of.ts';

/* What is disputed, paused and on a plan, as decisions depend on it: see facts.ts. */

export interface DisputeLineRow extends Record<string, unknown> {
  readonly invoice_id: bigint;
  readonly status: DisputeRow['status'];
  readonly amount: bigint;
  /** What of the amount they are right about. */
  readonly upheld: bigint;
  readonly whole: boolean;
  readonly raised_on: string;
  readonly resolved_on: string | null;
}

export async function loadDisputeLines(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly DisputeLineRow[]> {
  return tx.execute<DisputeLineRow>(sql`
    select l.invoice_id, d.status, l.amount, l.upheld, l.whole, d.raised_on, d.resolved_on
    from dispute d
    join dispute_invoice l on l.workspace_id = d.workspace_id and l.dispute_id = d.id
    where d.workspace_id = current_workspace() and d.case_id = ${anyOf(caseIds)}`);
}

export interface PauseRow extends Record<string, unknown> {
  readonly case_id: bigint;
  readonly whole: boolean;
  readonly from_day: string;
  readonly until_day: string;
  readonly ended_on: string | null;
  readonly invoice_ids: readonly string[];
}

/** Every pause there ever was: those that are over still say which days were no waiting. */
export async function loadPauses(tx: Transaction, caseIds: readonly number[]): Promise<readonly PauseRow[]> {
  return tx.execute<PauseRow>(sql`
    select p.case_id, p.whole, p.from_day, p.until_day, p.ended_on,
      array(select l.invoice_id::text from pause_invoice l
        where l.workspace_id = p.workspace_id and l.pause_id = p.id) as invoice_ids
    from pause p
    where p.workspace_id = current_workspace() and p.case_id = ${anyOf(caseIds)} and p.status = 'granted'`);
}

export interface PlanLineRow extends Record<string, unknown> {
  readonly invoice_id: bigint;
  readonly status: PlanRow['status'];
  readonly called_about: boolean;
  readonly agreed_on: string;
  readonly ended_on: string | null;
}

/** The invoices of every plan that was agreed; those that ended still say which days were no waiting. */
export async function loadPlanLines(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly PlanLineRow[]> {
  return tx.execute<PlanLineRow>(sql`
    select l.invoice_id, p.status, p.called_about, p.agreed_on, p.ended_on
    from plan p
    join plan_invoice l on l.workspace_id = p.workspace_id and l.plan_id = p.id
    where p.workspace_id = current_workspace() and p.case_id = ${anyOf(caseIds)} and p.agreed_on is not null`);
}

export interface StopRow extends Record<string, unknown> {
  readonly case_id: bigint;
  /** The customer's days: the first one without pressure, and the first one with it again. */
  readonly from_day: string;
  readonly ended_on: string;
}

/** The full stops that are over: nobody was left waiting on those days. */
export async function loadPastStops(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly StopRow[]> {
  return tx.execute<StopRow>(sql`
    select c.id as case_id, (s.since at time zone coalesce(u.zone, w.zone))::date::text as from_day,
      (s.ended_at at time zone coalesce(u.zone, w.zone))::date::text as ended_on
    from "case" c
    join customer u on u.workspace_id = c.workspace_id and u.id = c.customer_id
    join workspace w on w.id = c.workspace_id
    join full_stop s on s.workspace_id = u.workspace_id and s.customer_id = u.id and s.ended_at is not null
    where c.workspace_id = current_workspace() and c.id = ${anyOf(caseIds)}`);
}
