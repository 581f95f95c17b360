import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { pause, pauseInvoice, type PauseRow } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';
import { only } from '../only.ts';

/** Returns the id of the pause. */
export async function insertPause(
  tx: Transaction,
  row: NewRow<typeof pause>,
  invoiceIds: readonly number[],
): Promise<number> {
  const rows = await tx
    .insert(pause)
    .values({ ...row, workspaceId: here })
    .returning({ id: pause.id });
  const pauseId = only(rows).id;
  if (invoiceIds.length > 0)
    await tx
      .insert(pauseInvoice)
      .values(invoiceIds.map((invoiceId) => ({ workspaceId: here, pauseId, invoiceId })));
  return pauseId;
}

/** Writes what was decided about a pause that was asked for. */
export async function decidePause(
  tx: Transaction,
  id: number,
  decision: Pick<PauseRow, 'status'> & Partial<Pick<PauseRow, 'fromDay'>>,
): Promise<void> {
  await tx.update(pause).set(decision).where(eq(pause.id, id));
}

/**
 * Ends a pause before its time.
 * @returns whether it was running until now.
 */
export async function endPause(
  tx: Transaction,
  id: number,
  end: { readonly endedOn: string; readonly endedBy: number },
): Promise<boolean> {
  const ended = await tx
    .update(pause)
    .set({ ...end, told: true })
    .where(and(eq(pause.id, id), eq(pause.status, 'granted'), eq(pause.told, false), isNull(pause.endedOn)))
    .returning({ id: pause.id });
  return ended.length > 0;
}

/** Notes that the thread knows of the end. */
export async function noteTold(tx: Transaction, id: number): Promise<void> {
  await tx.update(pause).set({ told: true }).where(eq(pause.id, id));
}
