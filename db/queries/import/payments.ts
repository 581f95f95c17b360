import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

/** Money, or a credit, that an export shows; the number of its document is the reference. Minor units. */
export interface NewPayment {
  readonly customer: number;
  readonly currency: string;
  readonly amount: bigint;
  readonly received: string;
  readonly source: 'import' | 'credit note';
  readonly reference: string;
}

export interface WrittenPayment {
  readonly id: number;
  readonly customer: number;
  readonly reference: string;
}

export async function insertPayments(
  tx: Transaction,
  payments: readonly NewPayment[],
  at: Date,
): Promise<readonly WrittenPayment[]> {
  const rows = payments.map((payment) => ({ ...payment, amount: String(payment.amount) }));
  const written = await tx.execute<{ id: bigint; customer_id: bigint; reference: string }>(sql`
    insert into payment (workspace_id, customer_id, currency, amount, received_on, source, reference, created_at)
    select current_workspace(), f.customer, f.currency, f.amount, f.received, f.source, f.reference, ${at.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as f(customer bigint, currency text, amount bigint, received date, source text, reference text)
    returning id, customer_id, reference`);
  return written.map((row) => ({
    id: Number(row.id),
    customer: Number(row.customer_id),
    reference: row.reference,
  }));
}
