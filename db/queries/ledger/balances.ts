import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

/** By how much an invoice's balance changes, minor units. */
export interface BalanceMove {
  readonly invoiceId: number;
  readonly total: bigint;
  readonly open: bigint;
}

/**
 * Moves invoices' balances, each named once. An open amount below zero or above the total is refused by the table's
 * check and takes the whole transaction with it.
 */
export async function moveBalances(tx: Transaction, moves: readonly BalanceMove[]): Promise<void> {
  const rows = moves.map(({ invoiceId, total, open }) => ({
    id: invoiceId,
    total: String(total),
    open: String(open),
  }));
  await tx.execute(sql`
    with moved as (select * from json_to_recordset(${JSON.stringify(rows)}::json) as m(id bigint, total bigint, open bigint)),
    changed as (
      update invoice_balance b set total = b.total + m.total, open = b.open + m.open
      from moved m where b.workspace_id = current_workspace() and b.invoice_id = m.id returning b.invoice_id)
    insert into invoice_balance (workspace_id, invoice_id, total, open)
    select current_workspace(), m.id, m.total, m.open from moved m
    where m.id not in (select invoice_id from changed)`);
}
