import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { anyOf } from '../any-of.ts';

export interface RunningCase {
  readonly id: number;
  readonly customerId: number;
  readonly currency: string;
  readonly ladderId: number;
}

export async function casesWithLadder(
  tx: Transaction,
  customerIds: readonly number[],
): Promise<readonly RunningCase[]> {
  const rows = await tx.execute<{
    id: bigint;
    customer_id: bigint;
    currency: string;
    ladder_id: bigint;
  }>(sql`
    select id, customer_id, currency, ladder_id from "case"
    where workspace_id = current_workspace() and customer_id = ${anyOf(customerIds)} order by id`);
  return rows.map((row) => ({
    id: Number(row.id),
    customerId: Number(row.customer_id),
    currency: row.currency,
    ladderId: Number(row.ladder_id),
  }));
}

/** One step that one invoice received before it came here. */
export interface ReceivedBefore {
  readonly caseId: number;
  readonly invoiceId: number;
  readonly step: string;
  readonly how: 'done' | 'delivered';
  /** The customer's day, YYYY-MM-DD. */
  readonly onDay: string;
  readonly at: Date;
}

/** Writes them down as one occurrence for each case and step, naming all invoices that received it. */
export async function writeReceivedBefore(
  tx: Transaction,
  received: readonly ReceivedBefore[],
): Promise<void> {
  const rows = received.map(({ caseId, invoiceId, step, how, onDay, at }) => ({
    case_id: caseId,
    invoice_id: invoiceId,
    step,
    how,
    on_day: onDay,
    at: at.toISOString(),
  }));
  await tx.execute(sql`
    with received as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json)
        as f(case_id bigint, invoice_id bigint, step text, how text, on_day date, at timestamptz)),
    occurred as (
      insert into occurrence (workspace_id, case_id, step, round, on_day, at, how, reason)
      select current_workspace(), r.case_id, r.step,
        1 + coalesce((select max(o.round) from occurrence o
          where o.workspace_id = current_workspace() and o.case_id = r.case_id and o.step = r.step), 0),
        min(r.on_day), min(r.at), min(r.how), 'ladder'
      from received r group by r.case_id, r.step
      returning id, case_id, step)
    insert into occurrence_invoice (workspace_id, occurrence_id, invoice_id, step)
    select current_workspace(), o.id, r.invoice_id, r.step
    from occurred o join received r on r.case_id = o.case_id and r.step = o.step`);
}
