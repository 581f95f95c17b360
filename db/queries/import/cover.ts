import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { workspace } from '../../schema/index.ts';
import { here } from '../here.ts';

/**
 * Takes the right to import into the workspace, if nobody has it; it ends with the transaction, and with the process
 * that held it.
 */
export async function takeImportTurn(tx: Transaction): Promise<boolean> {
  const [row] = await tx.execute<{ ours: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended('import', current_workspace())) as ours`,
  );
  return row?.ours ?? false;
}

/** Locks every case, in the one order in which everybody locks them. */
export async function lockAllCases(tx: Transaction): Promise<void> {
  await tx.execute(
    sql`select id from "case" where workspace_id = current_workspace() order by id for update`,
  );
}

/** Has every case, whose lock is held, looked at from this moment on. */
export async function wakeAllCases(tx: Transaction, at: Date): Promise<void> {
  await tx.execute(
    sql`update "case" set wake_at = ${at.toISOString()}::timestamptz where workspace_id = current_workspace()`,
  );
}

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
