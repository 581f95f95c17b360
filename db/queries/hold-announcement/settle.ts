import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { holdAnnouncement, type HoldAnnouncementRow } from '../../schema/index.ts';

type Settled = Pick<HoldAnnouncementRow, 'status' | 'answer'> &
  Partial<Pick<HoldAnnouncementRow, 'notBefore' | 'settledAt'>>;

/**
 * Writes down what the receiver answered; nobody holds the announcement any longer.
 * @returns it, if the claim still held: one that ran out may be somebody else's by now, and changes nothing.
 */
export async function settleAnnouncement(
  tx: Transaction,
  held: Pick<HoldAnnouncementRow, 'id' | 'attempts'>,
  settled: Settled,
): Promise<HoldAnnouncementRow | undefined> {
  const [row] = await tx
    .update(holdAnnouncement)
    .set({ ...settled, claimedUntil: null })
    .where(
      and(
        eq(holdAnnouncement.id, held.id),
        eq(holdAnnouncement.status, 'claimed'),
        eq(holdAnnouncement.attempts, held.attempts),
      ),
    )
    .returning();
  return row;
}

/**
 * Has a parked announcement sent again from the beginning, unless somebody was faster.
 * @returns whether it was parked until now.
 */
export async function requeueAnnouncement(
  tx: Transaction,
  id: number,
  { askedBy, notBefore }: Pick<HoldAnnouncementRow, 'askedBy' | 'notBefore'>,
): Promise<boolean> {
  const changed = await tx
    .update(holdAnnouncement)
    .set({ status: 'waiting', attempts: 0, settledAt: null, askedBy, notBefore })
    .where(and(eq(holdAnnouncement.id, id), eq(holdAnnouncement.status, 'parked')))
    .returning({ id: holdAnnouncement.id });
  return changed.length > 0;
}
