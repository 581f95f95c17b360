import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { workspace } from '../../schema/index.ts';
import { here } from '../here.ts';

/** The last day that the ledger covers; nothing before the first import. */
export async function ledgerCovers(tx: Transaction): Promise<string | null> {
  const [row] = await tx
    .select({ day: workspace.ledgerCovers })
    .from(workspace)
    .where(eq(workspace.id, here));
  return row?.day ?? null;
}

/** Notes that the ledger covers a day; what it covered before stays covered. */
export async function raiseLedgerCovers(tx: Transaction, day: string): Promise<void> {
  await tx
    .update(workspace)
    .set({ ledgerCovers: sql`greatest(${workspace.ledgerCovers}, ${day}::date)` })
    .where(eq(workspace.id, here));
}
