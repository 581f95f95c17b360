import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { writeOff, writeOffInvoice, type WriteOffInvoiceRow, type WriteOffRow } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';
import { only } from '../only.ts';

/** Returns the id. */
export async function insertWriteOff(
  tx: Transaction,
  row: NewRow<typeof writeOff>,
  lines: readonly Pick<WriteOffInvoiceRow, 'invoiceId' | 'amount' | 'open'>[],
): Promise<number> {
  const rows = await tx
    .insert(writeOff)
    .values({ ...row, workspaceId: here })
    .returning({ id: writeOff.id });
  const { id } = only(rows);
  await tx
    .insert(writeOffInvoice)
    .values(lines.map((line) => ({ ...line, writeOffId: id, workspaceId: here })));
  return id;
}

type Change = Partial<
  Pick<WriteOffRow, 'status' | 'bookedOn' | 'reversedOn' | 'reversedBy' | 'reversedBecause'>
>;

/**
 * Changes a write-off, unless somebody was faster.
 * @returns whether it was in that state until now.
 */
export async function changeWriteOff(
  tx: Transaction,
  id: number,
  from: WriteOffRow['status'],
  change: Change,
): Promise<boolean> {
  const changed = await tx
    .update(writeOff)
    .set(change)
    .where(and(eq(writeOff.id, id), eq(writeOff.status, from)))
    .returning({ id: writeOff.id });
  return changed.length > 0;
}
