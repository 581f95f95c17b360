import { and, asc, desc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { hold, holdAnnouncement, type HoldAnnouncementRow, type HoldRow } from '../../schema/index.ts';

export async function findAnnouncement(
  tx: Transaction,
  id: number,
): Promise<HoldAnnouncementRow | undefined> {
  const [row] = await tx.select().from(holdAnnouncement).where(eq(holdAnnouncement.id, id));
  return row;
}

/** The last announcement of each of these holds, by hold. */
export async function lastAnnouncements(
  tx: Transaction,
  holdIds: readonly number[],
): Promise<ReadonlyMap<number, HoldAnnouncementRow>> {
  const rows = await tx
    .selectDistinctOn([holdAnnouncement.holdId])
    .from(holdAnnouncement)
    .where(inArray(holdAnnouncement.holdId, [...holdIds]))
    .orderBy(holdAnnouncement.holdId, desc(holdAnnouncement.sequence));
  return new Map(rows.flatMap((row) => (row.holdId === null ? [] : [[row.holdId, row] as const])));
}

/** What of the same hold was announced after this one, the latest first. */
export async function laterAnnouncements(
  tx: Transaction,
  { holdId, sequence }: Pick<HoldAnnouncementRow, 'holdId' | 'sequence'>,
): Promise<readonly HoldAnnouncementRow[]> {
  if (holdId === null) return [];
  return tx
    .select()
    .from(holdAnnouncement)
    .where(and(eq(holdAnnouncement.holdId, holdId), gt(holdAnnouncement.sequence, sequence)))
    .orderBy(desc(holdAnnouncement.sequence));
}

/** Holds in force of which nothing was ever announced: they were put on before there was a receiver. */
export async function unannouncedHolds(tx: Transaction): Promise<readonly HoldRow[]> {
  const rows = await tx
    .select({ hold })
    .from(hold)
    .leftJoin(
      holdAnnouncement,
      and(eq(holdAnnouncement.workspaceId, hold.workspaceId), eq(holdAnnouncement.holdId, hold.id)),
    )
    .where(
      and(inArray(hold.status, ['on', 'suspended']), isNotNull(hold.onSince), isNull(holdAnnouncement.id)),
    )
    .orderBy(asc(hold.id));
  return rows.map((row) => row.hold);
}
