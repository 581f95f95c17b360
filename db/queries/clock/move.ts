import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { workspace } from '../../schema/index.ts';
import { here } from '../here.ts';
import { only } from '../only.ts';

/** The business clock's distance from the clock underneath, locked until the transaction ends. */
export async function lockClockOffset(tx: Transaction): Promise<number> {
  const rows = await tx
    .select({ offsetMs: workspace.clockOffsetMs })
    .from(workspace)
    .where(eq(workspace.id, here))
    .for('update');
  return only(rows).offsetMs;
}

export async function writeClockOffset(tx: Transaction, clockOffsetMs: number): Promise<void> {
  await tx.update(workspace).set({ clockOffsetMs }).where(eq(workspace.id, here));
}

/** Whether there is no invoice, and no step was ever done. */
export async function isPristine(tx: Transaction): Promise<boolean> {
  const [row] = await tx.execute<{ pristine: boolean }>(sql`
    select not exists (select from invoice where workspace_id = current_workspace())
      and not exists (select from occurrence where workspace_id = current_workspace()) as pristine`);
  return row?.pristine ?? false;
}
