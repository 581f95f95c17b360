import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { anyOf } from '../any-of.ts';

/* What was sent and done, as decisions depend on it: see facts.ts. */

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
    select distinct on (oi.invoice_id, oi.step) c.id as case_id, oi.invoice_id, oi.step, o.on_day, o.how
    from "case" c
    join invoice i on i.workspace_id = c.workspace_id and i.customer_id = c.customer_id and i.currency = c.currency and i.own_ladder = c.own_ladder
    join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
    join occurrence_invoice oi on oi.workspace_id = i.workspace_id and oi.invoice_id = i.id and oi.step is not null
    join occurrence o on o.workspace_id = oi.workspace_id and o.id = oi.occurrence_id
    where c.workspace_id = current_workspace() and c.id = ${anyOf(caseIds)}
    order by oi.invoice_id, oi.step, o.at desc, o.id desc`);
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
    where c.workspace_id = current_workspace() and c.id = ${anyOf(caseIds)}
    order by c.id, o.at desc, o.id desc`);
}

export interface CalledBackRow extends Record<string, unknown> {
  readonly for_case: bigint;
  /** Milliseconds of the epoch. */
  readonly made_ms: number;
  /** The last contact before it; the customer may have been the first to call. */
  readonly step: string | null;
}

/** The latest call back that was made to each case's customer, in whatever case or currency. */
export async function loadCalledBack(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly CalledBackRow[]> {
  return tx.execute<CalledBackRow>(sql`
    select distinct on (c.id) c.id as for_case, (extract(epoch from t.closed_at) * 1000)::float8 as made_ms, before.step
    from "case" c
    join "case" k on k.workspace_id = c.workspace_id and k.customer_id = c.customer_id
    join task t on t.workspace_id = k.workspace_id and t.case_id = k.id and t.kind = 'call back' and t.status = 'done'
    left join lateral (
      select o.step from "case" b
      join occurrence o on o.workspace_id = b.workspace_id and o.case_id = b.id and o.how in ('done', 'delivered', 'under way') and o.reason <> 'joined'
      where b.workspace_id = c.workspace_id and b.customer_id = c.customer_id and o.at <= t.closed_at
      order by o.at desc, o.id desc limit 1) before on true
    where c.workspace_id = current_workspace() and c.id = ${anyOf(caseIds)}
    order by c.id, t.closed_at desc, t.id desc`);
}

export interface PressedStepRow extends Record<string, unknown> {
  readonly for_case: bigint;
  readonly step: string;
}

/**
 * Steps that invoices of the customer, still open in any of its cases, have received. From the invoices on: by way of the
 * occurrences 200 new cases took eleven seconds while the tables had no statistics yet.
 */
export async function loadCustomerSteps(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly PressedStepRow[]> {
  return tx.execute<PressedStepRow>(sql`
    select distinct c.id as for_case, oi.step
    from "case" c
    join invoice i on i.workspace_id = c.workspace_id and i.customer_id = c.customer_id
    join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
    join occurrence_invoice oi on oi.workspace_id = i.workspace_id and oi.invoice_id = i.id and oi.step is not null
    where c.workspace_id = current_workspace() and c.id = ${anyOf(caseIds)}`);
}
