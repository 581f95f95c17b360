import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

/** An invoice as a payment names it; minor units, days as YYYY-MM-DD. */
export interface NamedInvoice {
  readonly id: number;
  readonly customerId: number;
  readonly number: string;
  readonly currency: string;
  readonly effectiveDueOn: string;
  readonly total: bigint;
  readonly open: bigint;
}

interface InvoiceRow extends Record<string, unknown> {
  readonly id: bigint;
  readonly customer_id: bigint;
  readonly number: string;
  readonly currency: string;
  readonly effective_due_on: string;
  readonly total: bigint;
  readonly open: bigint;
}

/** Invoices with one of these numbers, and all open ones of these customers. */
export async function invoicesToPay(
  tx: Transaction,
  numbers: readonly string[],
  customerIds: readonly number[],
): Promise<readonly NamedInvoice[]> {
  const rows = await tx.execute<InvoiceRow>(sql`
    select i.id, i.customer_id, i.number, i.currency, i.effective_due_on, b.total, b.open
    from invoice i join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id
    where i.workspace_id = current_workspace() and (
      lower(i.number) in (select lower(n) from json_array_elements_text(${JSON.stringify(numbers)}::json) n)
      or (b.open > 0 and i.customer_id in (select n::bigint from json_array_elements_text(${JSON.stringify(customerIds)}::json) n)))
    order by i.effective_due_on, i.id`);
  return rows.map((row) => ({
    id: Number(row.id),
    customerId: Number(row.customer_id),
    number: row.number,
    currency: row.currency,
    effectiveDueOn: row.effective_due_on,
    total: row.total,
    open: row.open,
  }));
}

/** Those of the keys with which something is booked already. */
export async function bookedKeys(tx: Transaction, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.execute<{ key: string }>(sql`
    select key from posting where workspace_id = current_workspace()
      and key in (select k from json_array_elements_text(${JSON.stringify(keys)}::json) k)`);
  return new Set(rows.map(({ key }) => key));
}

/** Payments that people or the bank recorded of these customers, as `customer currency amount day`. */
export async function recordedPayments(
  tx: Transaction,
  customerIds: readonly number[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.execute<{ sign: string }>(sql`
    select customer_id || ' ' || currency || ' ' || amount || ' ' || received_on as sign from payment
    where workspace_id = current_workspace() and source in ('finance', 'bank')
      and customer_id in (select n::bigint from json_array_elements_text(${JSON.stringify(customerIds)}::json) n)`);
  return new Set(rows.map(({ sign }) => sign));
}

/** Credit notes that are known, as `customer number`. */
export async function knownCreditNotes(tx: Transaction): Promise<ReadonlySet<string>> {
  const rows = await tx.execute<{ name: string }>(sql`
    select customer_id || ' ' || reference as name from payment
    where workspace_id = current_workspace() and source = 'credit note' and reference is not null`);
  return new Set(rows.map(({ name }) => name));
}
