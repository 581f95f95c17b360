import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { anyOf } from '../any-of.ts';

/** Opens a case for each of these customers and each currency in which something of theirs is open; known ones stay. */
export async function insertCases(
  tx: Transaction,
  customerIds: readonly number[],
  ladderId: number,
  at: Date,
): Promise<void> {
  const now = at.toISOString();
  await tx.execute(sql`
    insert into "case" (workspace_id, customer_id, currency, ladder_id, wake_at, created_at)
    select distinct current_workspace(), i.customer_id, i.currency, ${ladderId}::bigint, ${now}::timestamptz, ${now}::timestamptz
    from invoice i
    join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
    where i.workspace_id = current_workspace() and i.customer_id = ${anyOf(customerIds)}
    on conflict (workspace_id, customer_id, currency, own_ladder) do nothing`);
}
