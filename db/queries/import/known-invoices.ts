import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

/** What the ledger knows of an invoice; minor units, days as YYYY-MM-DD. */
export interface KnownInvoice {
  readonly id: number;
  readonly customerNumber: string;
  readonly number: string;
  readonly currency: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly effectiveDueOn: string;
  readonly total: bigint;
  readonly open: bigint;
  /** Of what was paid: what imports booked, less what they took back. */
  readonly paidByImport: bigint;
  /** Of what was paid otherwise: what came after the day that is asked about. */
  readonly paidLater: bigint;
}

/** A document as the team's books name it. */
export interface DocumentName {
  readonly customer: string;
  readonly number: string;
}

interface Row extends Record<string, unknown> {
  readonly id: bigint;
  readonly customer_number: string;
  readonly number: string;
  readonly currency: string;
  readonly issued_on: string;
  readonly due_on: string;
  readonly effective_due_on: string;
  readonly total: bigint;
  readonly open: bigint;
  readonly paid_by_import: bigint;
  readonly paid_later: bigint;
}

/**
 * These invoices, as far as they are known, and all others that are open. What imports booked is told from the rest
 * by how its keys begin.
 */
export async function knownInvoices(
  tx: Transaction,
  documents: readonly DocumentName[],
  asOf: string,
  importKeys: string,
): Promise<readonly KnownInvoice[]> {
  const rows = await tx.execute<Row>(sql`
    with file as (select * from json_to_recordset(${JSON.stringify(documents)}::json) as f(customer text, number text)),
    paid as (
      select g.invoice_id,
        sum(case when g.credit = 'receivable' then g.amount else -g.amount end) filter (where starts_with(g.key, ${importKeys})) as by_import,
        sum(case when g.credit = 'receivable' then g.amount else -g.amount end)
          filter (where not starts_with(g.key, ${importKeys}) and g.booked_on > ${asOf}::date) as later
      from posting g
      where g.workspace_id = current_workspace() and g.invoice_id is not null
        and 'receivable' in (g.debit, g.credit) and 'sales' not in (g.debit, g.credit)
      group by g.invoice_id)
    select i.id, cu.number as customer_number, i.number, i.currency, i.issued_on, i.due_on, i.effective_due_on, b.total, b.open,
      coalesce(p.by_import, 0)::bigint as paid_by_import, coalesce(p.later, 0)::bigint as paid_later
    from invoice i
    join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id
    join customer cu on cu.workspace_id = i.workspace_id and cu.id = i.customer_id
    left join paid p on p.invoice_id = i.id
    left join file f on f.customer = cu.number and f.number = i.number
    where i.workspace_id = current_workspace() and (b.open > 0 or f.number is not null)
    order by i.id`);
  return rows.map((row) => ({
    id: Number(row.id),
    customerNumber: row.customer_number,
    number: row.number,
    currency: row.currency,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    effectiveDueOn: row.effective_due_on,
    total: row.total,
    open: row.open,
    paidByImport: row.paid_by_import,
    paidLater: row.paid_later,
  }));
}
