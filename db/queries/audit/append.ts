import { desc } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { audit } from '../../schema/index.ts';
import { waitTurn } from '../wait-turn.ts';

export type NewAudit = typeof audit.$inferInsert;

/**
 * The hash of the last entry, empty before the first. The workspace's history is held from here to the end of the
 * transaction, so that the chain is one line even when two transactions write at once.
 */
export async function holdHistory(tx: Transaction): Promise<string> {
  await waitTurn(tx);
  const [last] = await tx.select({ hash: audit.hash }).from(audit).orderBy(desc(audit.id)).limit(1);
  return last?.hash ?? '';
}

/** Appends entries that are chained to each other and to the last one. The history must be held. */
export async function appendHistory(tx: Transaction, entries: readonly NewAudit[]): Promise<void> {
  await tx.insert(audit).values([...entries]);
}
