import { announcementOf, waitingAnnouncements } from '../../../db/queries/announcement/find.ts';
import type { AnnouncementRow } from '../../../db/schema/index.ts';
import { refreshCards } from '../outbox/card.ts';
import type { Scope } from '../scope.ts';
import { goingSubject } from './going.ts';

type Told = Pick<AnnouncementRow, 'id' | 'toldTo' | 'goesAt'>;

/** Has it shown what became of these: in the threads, and to whoever was told by direct message. */
export async function refreshAnnouncements(scope: Scope, rows: readonly Told[]): Promise<void> {
  await refreshCards(
    scope,
    'announcement',
    rows.map(({ id }) => String(id)),
  );
  const subjects = rows.flatMap(({ toldTo, goesAt }) =>
    toldTo === null ? [] : [goingSubject({ reader: toldTo, goesAt })],
  );
  await refreshCards(scope, 'letters going', [...new Set(subjects)]);
}

/** What stands announced for these cases may ask for less by now. */
export async function refreshAnnounced(scope: Scope, caseIds: readonly number[]): Promise<void> {
  await refreshAnnouncements(scope, await waitingAnnouncements(scope.tx, caseIds));
}

/** The announcement of a letter, if it had one, says what became of it. */
export async function refreshAnnouncementOf(scope: Scope, letterId: number): Promise<void> {
  const row = await announcementOf(scope.tx, letterId);
  if (row !== undefined) await refreshAnnouncements(scope, [row]);
}
