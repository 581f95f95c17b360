import { waitingAnnouncements } from '../../../db/queries/announcement/find.ts';
import { endAnnouncement } from '../../../db/queries/announcement/write.ts';
import { findCard } from '../../../db/queries/outbox/cards.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import type { Scope } from '../scope.ts';
import { refreshAnnouncements } from './refresh.ts';
import { lapse } from './post-claims.ts';

/** What stands announced for a case is held back: its card says by whom, until when and why. @returns whether one does. */
export async function holdAnnounced(
  scope: Scope,
  caseId: number,
  { until, because, by }: { readonly until: BusinessDate; readonly because: string; readonly by: number },
): Promise<boolean> {
  const [row] = await waitingAnnouncements(scope.tx, [caseId]);
  if (row === undefined) return false;
  await endAnnouncement(scope.tx, row.id, {
    status: 'held back',
    because,
    heldBy: by,
    heldUntil: until,
    endedAt: scope.now,
  });
  if (row.approvalId !== null) await lapse(scope, row.approvalId, `it was held back: ${because}`);
  await refreshAnnouncements(scope, [row]);
  return (await findCard(scope.tx, 'announcement', String(row.id))) !== undefined;
}
