import { announcementOf } from '../../../db/queries/announcement/find.ts';
import { findCard } from '../../../db/queries/outbox/cards.ts';
import type { Scope } from '../scope.ts';

/** The announcement of a letter whose card stands in a thread: it says there what became of the letter. */
export async function announcementShown({ tx }: Scope, letterId: number): Promise<string | undefined> {
  const row = await announcementOf(tx, letterId);
  const subject = row && String(row.id);
  const card = subject && (await findCard(tx, 'announcement', subject));
  return card === undefined || card === '' || card.lost ? undefined : subject;
}
