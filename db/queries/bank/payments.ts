import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

export interface BankPayment {
  readonly customerId: number;
  readonly currency: string;
  /** Minor units. */
  readonly amount: bigint;
  readonly receivedOn: string;
  readonly reference: string | null;
}

/** Writes the payments of a statement. Returns their ids in order. */
export async function insertBankPayments(
  tx: Transaction,
  payments: readonly BankPayment[],
  at: Date,
): Promise<readonly number[]> {
  const rows = payments.map((payment, n) => ({ ...payment, n, amount: String(payment.amount) }));
  const written = await tx.execute<{ id: bigint }>(sql`
    insert into payment (workspace_id, customer_id, currency, amount, received_on, source, reference, created_at)
    select current_workspace(), f."customerId", f.currency, f.amount, f."receivedOn", 'bank', f.reference, ${at.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as f(n int, "customerId" bigint, currency text, amount bigint, "receivedOn" date, reference text)
    order by f.n
    returning id`);
  return written.map(({ id }) => Number(id));
}
