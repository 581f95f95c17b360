import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { announcement, type AnnouncementRow } from '../../schema/index.ts';

export async function findAnnouncement(tx: Transaction, id: number): Promise<AnnouncementRow | undefined> {
  const [row] = await tx.select().from(announcement).where(eq(announcement.id, id));
  return row;
}

/** What stands announced for these cases: at most one for each. */
export async function waitingAnnouncements(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly AnnouncementRow[]> {
  return tx
    .select()
    .from(announcement)
    .where(and(inArray(announcement.caseId, [...caseIds]), eq(announcement.status, 'waiting')));
}

/** The announcement of a letter, if it had one. */
export async function announcementOf(
  tx: Transaction,
  letterId: number,
): Promise<AnnouncementRow | undefined> {
  const [row] = await tx
    .select()
    .from(announcement)
    .where(eq(announcement.letterId, letterId))
    .orderBy(desc(announcement.id))
    .limit(1);
  return row;
}
