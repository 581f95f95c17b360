import { sql } from 'drizzle-orm';
import type { Scope } from '../scope.ts';
import type { Entry } from './post.ts';

/**
 * Brings the invoices' balances along with entries that were booked just now: `total` follows sales alone, `open`
 * everything that touches the receivable. Only `post` may call it. An open amount below zero or above the total is
 * refused by the table's check and takes the whole transaction with it.
 */
export async function moveBalances(scope: Scope, entries: readonly Entry[]): Promise<void> {
  const moves = new Map<number, Move>();
  for (const entry of entries) {
    if (entry.invoiceId === undefined) continue;
    const before = moves.get(entry.invoiceId) ?? { total: 0n, open: 0n };
    const move = moveOf(entry);
    moves.set(entry.invoiceId, { total: before.total + move.total, open: before.open + move.open });
  }
  await write(scope, moves);
}

/** By how much an entry changes its invoice, minor units. */
interface Move {
  readonly total: bigint;
  readonly open: bigint;
}

function moveOf({ debit, credit, amount }: Entry): Move {
  if (debit === 'receivable') return { open: amount, total: credit === 'sales' ? amount : 0n };
  if (credit === 'receivable') return { open: -amount, total: debit === 'sales' ? -amount : 0n };
  return { open: 0n, total: 0n };
}

async function write(scope: Scope, moves: ReadonlyMap<number, Move>): Promise<void> {
  if (moves.size === 0) return;
  const rows = [...moves].map(([id, { total, open }]) => ({ id, total: String(total), open: String(open) }));
  await scope.tx.execute(sql`
    with moved as (select * from json_to_recordset(${JSON.stringify(rows)}::json) as m(id bigint, total bigint, open bigint)),
    changed as (
      update invoice_balance b set total = b.total + m.total, open = b.open + m.open
      from moved m where b.workspace_id = current_workspace() and b.invoice_id = m.id returning b.invoice_id)
    insert into invoice_balance (workspace_id, invoice_id, total, open)
    select current_workspace(), m.id, m.total, m.open from moved m
    where m.id not in (select invoice_id from changed)`);
}
