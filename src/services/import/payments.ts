import { sql } from 'drizzle-orm';
import type { Entry } from '../ledger/post.ts';
import type { Scope } from '../scope.ts';

/** Money that an export shows to have come in, or a credit it shows; the number of its document is the reference. */
export interface NewPayment {
  readonly source: 'import' | 'credit note';
  readonly reference: string;
  readonly entry: Entry;
}

/** Writes the payments down and returns their entries, each with the payment it belongs to. */
export async function withPayments(scope: Scope, payments: readonly NewPayment[]): Promise<readonly Entry[]> {
  if (payments.length === 0) return [];
  const rows = payments.map(({ source, reference, entry }) => ({
    customer: entry.customerId,
    currency: entry.currency,
    amount: String(entry.amount),
    received: entry.bookedOn,
    source,
    reference,
  }));
  const written = await scope.tx.execute<{ id: bigint; customer_id: bigint; reference: string }>(sql`
    insert into payment (workspace_id, customer_id, currency, amount, received_on, source, reference, created_at)
    select current_workspace(), f.customer, f.currency, f.amount, f.received, f.source, f.reference, ${scope.now.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as f(customer bigint, currency text, amount bigint, received date, source text, reference text)
    returning id, customer_id, reference`);
  // A file has each document once, so customer and reference tell the rows apart.
  const idOf = new Map(
    written.map((row) => [JSON.stringify([Number(row.customer_id), row.reference]), Number(row.id)]),
  );
  return payments.map(({ reference, entry }) => {
    const paymentId = idOf.get(JSON.stringify([entry.customerId, reference]));
    if (paymentId === undefined) throw new Error(`the payment of ${reference} was not written`);
    return { ...entry, paymentId };
  });
}
