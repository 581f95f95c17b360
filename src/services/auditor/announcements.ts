import { waitingAnnouncements } from '../../../db/queries/announcement/find.ts';
import { type Bench, type Found, hoursAgo } from './found.ts';

/** Letters that stand announced though their time has passed: they neither went, nor were held back or withdrawn. */
export async function lettersAnnouncedInVain({ scope, caseIds }: Bench): Promise<readonly Found[]> {
  const waiting = await waitingAnnouncements(scope.tx, caseIds);
  return waiting
    .filter(({ goesAt }) => goesAt < hoursAgo(scope))
    .map(({ id, caseId, kind, goesAt }) => ({
      check: 'announcement',
      subject: String(id),
      caseId,
      since: goesAt,
      facts: { letter: kind },
      mends: true,
    }));
}
