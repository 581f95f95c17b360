import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

/** Days as YYYY-MM-DD. */
export interface NewInvoice {
  readonly customer: number;
  readonly number: string;
  readonly currency: string;
  readonly issued: string;
  readonly due: string;
  readonly effective: string;
}

export interface WrittenInvoice {
  readonly id: number;
  readonly customer: number;
  readonly number: string;
}

export async function insertInvoices(
  tx: Transaction,
  invoices: readonly NewInvoice[],
): Promise<readonly WrittenInvoice[]> {
  const rows = await tx.execute<{ id: bigint; customer_id: bigint; number: string }>(sql`
    insert into invoice (workspace_id, customer_id, number, currency, issued_on, due_on, effective_due_on)
    select current_workspace(), f.customer, f.number, f.currency, f.issued, f.due, f.effective
    from json_to_recordset(${JSON.stringify(invoices)}::json)
      as f(customer bigint, number text, currency text, issued date, due date, effective date)
    returning id, customer_id, number`);
  return rows.map((row) => ({
    id: Number(row.id),
    customer: Number(row.customer_id),
    number: row.number,
  }));
}

/** Gives known invoices other days, or another currency. */
export async function updateInvoices(
  tx: Transaction,
  invoices: readonly (NewInvoice & { readonly id: number })[],
): Promise<void> {
  await tx.execute(sql`
    update invoice i set currency = f.currency, issued_on = f.issued, due_on = f.due, effective_due_on = f.effective
    from json_to_recordset(${JSON.stringify(invoices)}::json)
      as f(id bigint, currency text, issued date, due date, effective date)
    where i.workspace_id = current_workspace() and i.id = f.id`);
}

/** Whether no invoice was ever written here. */
export async function hasNoInvoices(tx: Transaction): Promise<boolean> {
  const [row] = await tx.execute<{ empty: boolean }>(
    sql`select not exists (select from invoice where workspace_id = current_workspace()) as empty`,
  );
  return row?.empty ?? true;
}
