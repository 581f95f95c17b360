import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

export interface NamedInvoiceRow extends Record<string, unknown> {
  readonly id: bigint;
  readonly customer_id: bigint;
  readonly customer_name: string;
  readonly number: string;
  /** The number without signs and in lower case, as `text` is to be given. */
  readonly plain: string;
  /** The case of its customer and currency. */
  readonly case_id: bigint | null;
  readonly open: bigint;
}

/** Invoices whose number, without its signs, stands somewhere in a text that has none; the longest numbers first. */
export async function invoicesNamedIn(tx: Transaction, text: string): Promise<readonly NamedInvoiceRow[]> {
  return tx.execute<NamedInvoiceRow>(sql`
    select i.id, i.customer_id, cu.name as customer_name, i.number, n.plain, c.id as case_id, coalesce(b.open, 0) as open
    from invoice i
    cross join lateral (select regexp_replace(lower(i.number), '[^[:alnum:]]', '', 'g') as plain) n
    join customer cu on cu.workspace_id = i.workspace_id and cu.id = i.customer_id
    left join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id
    left join "case" c on c.workspace_id = i.workspace_id and c.customer_id = i.customer_id and c.currency = i.currency and c.own_ladder = i.own_ladder
    where i.workspace_id = current_workspace() and n.plain <> '' and position(n.plain in ${text}) > 0
    order by length(n.plain) desc, i.id
    limit 50`);
}
