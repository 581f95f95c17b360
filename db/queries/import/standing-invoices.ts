import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { anyOf } from '../any-of.ts';

/** An invoice that is open; minor units. */
export interface StandingInvoice {
  readonly id: number;
  readonly customerId: number;
  readonly customerNumber: string;
  readonly number: string;
  readonly currency: string;
  readonly open: bigint;
}

interface Row extends Record<string, unknown> {
  readonly id: bigint;
  readonly customer_id: bigint;
  readonly customer_number: string;
  readonly number: string;
  readonly currency: string;
  readonly open: bigint;
}

/** Those of the invoices that are still open. */
export async function standingInvoices(
  tx: Transaction,
  ids: readonly number[],
): Promise<readonly StandingInvoice[]> {
  const rows = await tx.execute<Row>(sql`
    select i.id, i.customer_id, c.number as customer_number, i.number, i.currency, b.open
    from invoice i
    join customer c on c.workspace_id = i.workspace_id and c.id = i.customer_id
    join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
    where i.workspace_id = current_workspace() and i.id = ${anyOf(ids)}
    order by i.id`);
  return rows.map((row) => ({
    id: Number(row.id),
    customerId: Number(row.customer_id),
    customerNumber: row.customer_number,
    number: row.number,
    currency: row.currency,
    open: row.open,
  }));
}
