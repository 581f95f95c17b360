import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { invoice, pause, pauseInvoice, type PauseRow } from '../../schema/index.ts';
import { anyOf } from '../any-of.ts';

export async function findPause(tx: Transaction, id: number): Promise<PauseRow | undefined> {
  const [row] = await tx.select().from(pause).where(eq(pause.id, id));
  return row;
}

export async function pausesById(tx: Transaction, ids: readonly number[]): Promise<readonly PauseRow[]> {
  return tx
    .select()
    .from(pause)
    .where(inArray(pause.id, [...ids]));
}

/** Numbers of the invoices that these pauses were about when they were made, each once, the oldest due first. */
export async function numbersOfPauses(tx: Transaction, ids: readonly number[]): Promise<readonly string[]> {
  const rows = await tx
    .selectDistinct({ number: invoice.number, due: invoice.effectiveDueOn, id: invoice.id })
    .from(pauseInvoice)
    .innerJoin(
      invoice,
      and(eq(invoice.workspaceId, pauseInvoice.workspaceId), eq(invoice.id, pauseInvoice.invoiceId)),
    )
    .where(inArray(pauseInvoice.pauseId, [...ids]))
    .orderBy(asc(invoice.effectiveDueOn), asc(invoice.id));
  return rows.map((row) => row.number);
}

/** The pause of a case that is asked for and not decided. */
export async function requestedPause(tx: Transaction, caseId: number): Promise<PauseRow | undefined> {
  const [row] = await tx
    .select()
    .from(pause)
    .where(and(eq(pause.caseId, caseId), eq(pause.status, 'requested')));
  return row;
}

/**
 * How often a rep paused any of what is open of a case now, or held its letters back: what was paid since gives the
 * budget back.
 */
export async function budgetUsed(tx: Transaction, caseId: number): Promise<number> {
  const [row] = await tx.execute<{ used: number }>(sql`
    select (select count(*) from letter_hold h
      where h.workspace_id = current_workspace() and h.case_id = ${caseId} and h.budgeted
        and exists (
          select from jsonb_array_elements_text(h.invoices) i
          join invoice_balance b on b.workspace_id = h.workspace_id and b.invoice_id = i::bigint and b.open > 0)
      )::int + count(*)::int as used from pause p
    where p.workspace_id = current_workspace() and p.case_id = ${caseId} and p.status = 'granted' and p.budgeted
      and exists (
        select from pause_invoice l
        join invoice_balance b on b.workspace_id = l.workspace_id and b.invoice_id = l.invoice_id and b.open > 0
        where l.workspace_id = p.workspace_id and l.pause_id = p.id)`);
  return row?.used ?? 0;
}

export interface RunningPause {
  readonly id: number;
  readonly caseId: number;
  readonly whole: boolean;
  readonly endsAt: Date;
}

/** When running pauses of these cases end: the first moment of a day of the customer's. */
export async function endsOfPauses(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly RunningPause[]> {
  const rows = await tx.execute<{ id: bigint; case_id: bigint; whole: boolean; ends_ms: number }>(sql`
    select p.id, p.case_id, p.whole,
      (extract(epoch from p.until_day::timestamp at time zone coalesce(cu.zone, w.zone)) * 1000)::float8 as ends_ms
    from pause p
    join "case" c on c.workspace_id = p.workspace_id and c.id = p.case_id
    join customer cu on cu.workspace_id = c.workspace_id and cu.id = c.customer_id
    join workspace w on w.id = c.workspace_id
    where p.workspace_id = current_workspace() and p.case_id = ${anyOf(caseIds)}
      and p.status = 'granted' and not p.told
    order by p.id`);
  return rows.map((row) => ({
    id: Number(row.id),
    caseId: Number(row.case_id),
    whole: row.whole,
    endsAt: new Date(row.ends_ms),
  }));
}
