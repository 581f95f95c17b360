import { waitingAnnouncements } from '../../../db/queries/announcement/find.ts';
import { refreshCards } from '../outbox/card.ts';
import type { Scope } from '../scope.ts';

/** What stands announced for these cases may ask for less by now. */
export async function refreshAnnounced(scope: Scope, caseIds: readonly number[]): Promise<void> {
  const waiting = await waitingAnnouncements(scope.tx, caseIds);
  await refreshCards(
    scope,
    'announcement',
    waiting.map(({ id }) => String(id)),
  );
}
