import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

/** A credit note of an earlier import; minor units. */
export interface KnownCredit {
  readonly customerNumber: string;
  readonly number: string;
  readonly currency: string;
  /** Zero when it was taken back. */
  readonly amount: bigint;
  /** The payment row behind the amount; the latest one when it was taken back. */
  readonly paymentId: number;
  /** Some of it was booked on an invoice at once, as a file of credit notes said: it waits for nobody. */
  readonly applied: boolean;
  /** How often it was booked so far. */
  readonly bookings: number;
}

interface Row extends Record<string, unknown> {
  readonly customer_number: string;
  readonly number: string;
  readonly currency: string;
  readonly amount: bigint;
  readonly payment_id: bigint;
  readonly applied: boolean;
  readonly bookings: number;
}

/** Every credit note that an import ever booked, whether it waits to be allocated or was booked on an invoice. */
export async function knownCredits(tx: Transaction): Promise<readonly KnownCredit[]> {
  const rows = await tx.execute<Row>(sql`
    with booked as (
      select y.id, y.customer_id, y.reference, y.currency,
        sum(case when g.debit = 'credit' then g.amount else -g.amount end)::bigint as amount,
        bool_or('receivable' in (g.debit, g.credit)) as applied
      from payment y
      join posting g on g.workspace_id = y.workspace_id and g.payment_id = y.id and 'credit' in (g.debit, g.credit)
      where y.workspace_id = current_workspace() and y.source = 'credit note' and y.reference is not null
      group by y.id, y.customer_id, y.reference, y.currency)
    select distinct on (b.customer_id, b.reference) cu.number as customer_number, b.reference as number, b.currency, b.amount, b.applied,
      b.id as payment_id, (count(*) over (partition by b.customer_id, b.reference))::int as bookings
    from booked b join customer cu on cu.workspace_id = current_workspace() and cu.id = b.customer_id
    order by b.customer_id, b.reference, b.amount > 0 desc, b.id desc`);
  return rows.map((row) => ({
    customerNumber: row.customer_number,
    number: row.number,
    currency: row.currency,
    amount: row.amount,
    applied: row.applied,
    paymentId: Number(row.payment_id),
    bookings: row.bookings,
  }));
}
