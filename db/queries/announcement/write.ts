import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { announcement, type AnnouncementRow } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';
import { only } from '../only.ts';

export async function insertAnnouncement(tx: Transaction, row: NewRow<typeof announcement>): Promise<number> {
  const rows = await tx
    .insert(announcement)
    .values({ ...row, workspaceId: here })
    .returning({ id: announcement.id });
  return only(rows).id;
}

/** Announces it anew: at another time, or another letter. */
export async function renewAnnouncement(
  tx: Transaction,
  id: number,
  change: Pick<AnnouncementRow, 'goesAt' | 'step' | 'kind' | 'invoices' | 'amount' | 'recipients'>,
): Promise<void> {
  await tx.update(announcement).set(change).where(eq(announcement.id, id));
}

/** Ends one that waits. Of two who end it at once, one does. */
export async function endAnnouncement(
  tx: Transaction,
  id: number,
  end: Pick<AnnouncementRow, 'status' | 'endedAt'> &
    Partial<Pick<AnnouncementRow, 'letterId' | 'because' | 'heldBy' | 'heldUntil'>>,
): Promise<boolean> {
  const ended = await tx
    .update(announcement)
    .set(end)
    .where(and(eq(announcement.id, id), eq(announcement.status, 'waiting')))
    .returning({ id: announcement.id });
  return ended.length > 0;
}

/** Keeps to whom what stands announced for these cases was told by direct message. */
export async function noteTold(tx: Transaction, caseIds: readonly number[], toldTo: number): Promise<void> {
  await tx
    .update(announcement)
    .set({ toldTo })
    .where(and(inArray(announcement.caseId, [...caseIds]), eq(announcement.status, 'waiting')));
}
