import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

/** A customer's ladder, by the id of its version. */
export interface StartingLadder {
  readonly customerId: number;
  /** Name of the ladder that the invoices have of their own; empty for those that have none. */
  readonly ownLadder: string;
  readonly ladderId: number;
}

/**
 * Opens a case for each of these customers and each currency in which something of theirs is open, and one beside it
 * for invoices with a ladder of their own; known ones stay.
 */
export async function insertCases(
  tx: Transaction,
  starting: readonly StartingLadder[],
  at: Date,
): Promise<void> {
  const now = at.toISOString();
  const rows = starting.map(({ customerId, ownLadder, ladderId }) => ({
    customer_id: customerId,
    own_ladder: ownLadder,
    ladder_id: ladderId,
  }));
  await tx.execute(sql`
    insert into "case" (workspace_id, customer_id, currency, own_ladder, ladder_id, wake_at, created_at)
    select distinct current_workspace(), i.customer_id, i.currency, r.own_ladder, r.ladder_id, ${now}::timestamptz, ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(customer_id bigint, own_ladder text, ladder_id bigint)
    join invoice i on i.workspace_id = current_workspace() and i.customer_id = r.customer_id
      and (r.own_ladder = '' or i.own_ladder = r.own_ladder)
    join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
    on conflict (workspace_id, customer_id, currency, own_ladder) do nothing`);
}
