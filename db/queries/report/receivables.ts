import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { invoicesOf, type LedgerPart } from './part.ts';

export interface ReceivablesRow extends Record<string, unknown> {
  readonly currency: string;
  readonly day: string;
  /** Open at the end of the day, and of it what was not due yet, the due day included. */
  readonly open: bigint;
  readonly current: bigint;
}

/**
 * What was open at the end of each day, told by the postings alone. They are summed by day and due date first, so the
 * days asked for multiply a few thousand sums and not the ledger.
 */
export async function receivablesAt(
  tx: Transaction,
  days: readonly string[],
  part: LedgerPart,
): Promise<readonly ReceivablesRow[]> {
  return tx.execute<ReceivablesRow>(sql`
    with moved as (
      select i.currency, p.booked_on, i.effective_due_on,
        sum(case when p.debit = 'receivable' then p.amount else -p.amount end) as amount
      from posting p join invoice i on i.workspace_id = p.workspace_id and i.id = p.invoice_id
      where p.workspace_id = current_workspace() and 'receivable' in (p.debit, p.credit) ${invoicesOf(part)}
      group by i.currency, p.booked_on, i.effective_due_on)
    select m.currency, d.day::text, sum(m.amount)::bigint as open,
      coalesce(sum(m.amount) filter (where m.effective_due_on >= d.day), 0)::bigint as current
    from unnest(${`{${days.join(',')}}`}::date[]) d(day) join moved m on m.booked_on <= d.day
    group by m.currency, d.day order by m.currency, d.day`);
}

/**
 * The first day of which the ledger knows the whole: the first payment that was booked, or the day of the first export.
 * Of the time before it only those invoices are known that were still open then. Nothing before the first import.
 */
export async function historyBegins(tx: Transaction): Promise<string | null> {
  const [row] = await tx.execute<{ day: string | null }>(sql`
    select least(
      (select min(as_of) from import where workspace_id = current_workspace() and status = 'done'),
      (select min(booked_on) from posting where workspace_id = current_workspace() and debit = 'cash' and credit = 'receivable'))::text as day`);
  return row?.day ?? null;
}
