import { type BalanceMove, moveBalances } from '../../../db/queries/ledger/balances.ts';
import type { Scope } from '../scope.ts';
import type { Entry } from './entry.ts';

/**
 * Brings the invoices' balances along with entries that were booked just now: `total` follows sales alone, `open`
 * everything that touches the receivable. Only `post` may call it.
 */
export async function bringBalancesAlong(scope: Scope, entries: readonly Entry[]): Promise<void> {
  const moves = new Map<number, BalanceMove>();
  for (const entry of entries) {
    const { invoiceId } = entry;
    if (invoiceId === undefined) continue;
    const before = moves.get(invoiceId) ?? { total: 0n, open: 0n };
    const { total, open } = moveOf(entry);
    moves.set(invoiceId, { invoiceId, total: before.total + total, open: before.open + open });
  }
  if (moves.size > 0) await moveBalances(scope.tx, [...moves.values()]);
}

function moveOf({ debit, credit, amount }: Entry): Pick<BalanceMove, 'total' | 'open'> {
  if (debit === 'receivable') return { open: amount, total: credit === 'sales' ? amount : 0n };
  if (credit === 'receivable') return { open: -amount, total: debit === 'sales' ? -amount : 0n };
  return { open: 0n, total: 0n };
}
