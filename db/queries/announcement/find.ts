import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import {
  announcement,
  type AnnouncementRow,
  cases,
  customer,
  letter,
  type LetterRow,
} from '../../schema/index.ts';

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

export interface ToldAnnouncement {
  readonly row: AnnouncementRow;
  readonly customerName: string;
  /** The letter by which it went. */
  readonly letter: LetterRow | null;
}

/** What one person was told by direct message of the letters of one moment. */
export async function toldAnnouncements(
  tx: Transaction,
  toldTo: number,
  goesAt: Date,
): Promise<readonly ToldAnnouncement[]> {
  return tx
    .select({ row: announcement, customerName: customer.name, letter })
    .from(announcement)
    .innerJoin(cases, and(eq(cases.workspaceId, announcement.workspaceId), eq(cases.id, announcement.caseId)))
    .innerJoin(customer, and(eq(customer.workspaceId, cases.workspaceId), eq(customer.id, cases.customerId)))
    .leftJoin(
      letter,
      and(eq(letter.workspaceId, announcement.workspaceId), eq(letter.id, announcement.letterId)),
    )
    .where(and(eq(announcement.toldTo, toldTo), eq(announcement.goesAt, goesAt)))
    .orderBy(announcement.id);
}
