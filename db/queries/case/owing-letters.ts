import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

/**
 * Cases for which a letter could be owed: nobody stopped the customer, and an invoice that counts and is due by a day
 * is open. Whether one is owed is decided elsewhere; this only leaves out those that need no deciding. Ascending.
 */
export async function casesThatMayOweLetters(tx: Transaction, dueBy: string): Promise<readonly number[]> {
  const rows = await tx.execute<{ id: bigint }>(sql`
    select c.id from "case" c
    join customer u on u.workspace_id = c.workspace_id and u.id = c.customer_id and u.stopped is null
    where c.workspace_id = current_workspace() and exists (
      select from invoice i
      join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
      where i.workspace_id = c.workspace_id and i.customer_id = c.customer_id and i.currency = c.currency and i.own_ladder = c.own_ladder
        and not i.excluded and i.effective_due_on <= ${dueBy}::date)
    order by c.id`);
  return rows.map((row) => Number(row.id));
}
