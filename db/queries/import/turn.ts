import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

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

/** Waits until nobody imports into the workspace; takes nothing. */
export async function importTurnIsFree(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended('import', current_workspace()))`);
}
