import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { occurrence, occurrenceInvoice, type OccurrenceRow } from '../../schema/index.ts';
import { anyOf } from '../any-of.ts';
import { here } from '../here.ts';

export type NewOccurrence = Pick<OccurrenceRow, 'caseId' | 'step' | 'onDay' | 'at' | 'how' | 'reason'>;

/**
 * Writes down that steps happen, and returns the ids in order. The round is the next one of (case, step); the unique
 * key refuses a second writer, so one step cannot happen twice.
 */
export async function insertOccurrences(
  tx: Transaction,
  occurrences: readonly NewOccurrence[],
): Promise<readonly number[]> {
  const rows = await tx
    .insert(occurrence)
    .values(occurrences.map((one) => ({ ...one, workspaceId: here, round: nextRound(one) })))
    .returning({ id: occurrence.id });
  return rows.map((row) => row.id);
}

function nextRound({ caseId, step }: NewOccurrence) {
  return sql<number>`(select coalesce(max(o.round), 0) + 1 from occurrence o
    where o.workspace_id = current_workspace() and o.case_id = ${caseId} and o.step = ${step})`;
}

export interface NamedInvoice {
  readonly occurrenceId: number;
  readonly invoiceId: number;
  /** The step the invoice received by it; empty when it was only named along. */
  readonly step: string | null;
}

/** Four values an invoice, and Postgres takes 65,535 in one statement. */
const namedAtOnce = 5_000;

/** Writes down which invoices occurrences named. */
export async function nameInvoices(tx: Transaction, named: readonly NamedInvoice[]): Promise<void> {
  for (let from = 0; from < named.length; from += namedAtOnce)
    await tx
      .insert(occurrenceInvoice)
      .values(named.slice(from, from + namedAtOnce).map((one) => ({ ...one, workspaceId: here })));
}

/** Writes down what became of a step that was under way; a letter beside the ladder was none. */
export async function settleOccurrence(
  tx: Transaction,
  id: number | null,
  fate: Pick<OccurrenceRow, 'how'> & Partial<Pick<OccurrenceRow, 'onDay'>>,
): Promise<void> {
  if (id === null) return;
  await tx.update(occurrence).set(fate).where(eq(occurrence.id, id));
}

/**
 * Takes back that the open calls of these cases happened, those that joined them too: nobody called, because the case
 * came to rest, and so they are due again when it is pressed again.
 */
export async function takeBackOpenCalls(tx: Transaction, caseIds: readonly number[]): Promise<void> {
  if (caseIds.length === 0) return;
  await tx.execute(sql`
    update occurrence o set how = 'failed'
    from task t
    where o.workspace_id = current_workspace() and t.workspace_id = o.workspace_id and t.case_id = ${anyOf(caseIds)}
      and t.kind = 'call' and t.status = 'open' and o.case_id = t.case_id and o.how = 'done'
      and (o.id = t.occurrence_id or (o.reason = 'joined' and o.step = t.step and o.at >= t.opened_at))`);
}

/** Takes back what the invoices of a pause received by the case's open call: it goes on without them. */
export async function takeBackPaused(tx: Transaction, pauseId: number): Promise<void> {
  await tx.execute(sql`
    update occurrence_invoice oi set step = null
    from pause p
    join pause_invoice l on l.workspace_id = p.workspace_id and l.pause_id = p.id
    join task t on t.workspace_id = p.workspace_id and t.case_id = p.case_id and t.kind = 'call' and t.status = 'open'
    join occurrence o on o.workspace_id = t.workspace_id and o.case_id = t.case_id and o.how = 'done'
      and (o.id = t.occurrence_id or (o.reason = 'joined' and o.step = t.step and o.at >= t.opened_at))
    where p.workspace_id = current_workspace() and p.id = ${pauseId}
      and oi.workspace_id = p.workspace_id and oi.occurrence_id = o.id and oi.invoice_id = l.invoice_id`);
}
