import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { hold, type HoldRow } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';
import { only } from '../only.ts';

/** Returns the id. A customer has one live hold of each kind at most: the unique index refuses a second. */
export async function insertHold(tx: Transaction, row: NewRow<typeof hold>): Promise<number> {
  const rows = await tx
    .insert(hold)
    .values({ ...row, workspaceId: here })
    .returning({ id: hold.id });
  return only(rows).id;
}

type Change = Partial<
  Pick<
    HoldRow,
    | 'status'
    | 'onSince'
    | 'invoices'
    | 'toldOwed'
    | 'promiseId'
    | 'suspendedOn'
    | 'liftedAt'
    | 'liftedBy'
    | 'liftedBecause'
  >
>;

/**
 * Changes a hold, unless somebody was faster.
 * @returns whether it was in that state until now.
 */
export async function changeHold(
  tx: Transaction,
  id: number,
  from: HoldRow['status'],
  change: Change,
): Promise<boolean> {
  const changed = await tx
    .update(hold)
    .set(change)
    .where(and(eq(hold.id, id), eq(hold.status, from)))
    .returning({ id: hold.id });
  return changed.length > 0;
}
