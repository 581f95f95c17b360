import { takeBackPaused } from '../../../db/queries/case/occurrences.ts';
import { findPause } from '../../../db/queries/pause/find.ts';
import { record } from '../audit/record.ts';
import { wakeCases } from '../case/wake.ts';
import { showInThread } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';
import { refreshLists } from '../task/refresh-lists.ts';

/** Shows a pause that was granted in the case's thread, and has the case judged afresh. */
export async function pauseBegins(scope: Scope, pauseId: number, memberId: number): Promise<void> {
  const row = await findPause(scope.tx, pauseId);
  if (row === undefined) return;
  const { caseId, untilDay, reason, whole } = row;
  // Nobody will speak of these invoices: the step is still to be taken when they are pressed again.
  if (!whole) await takeBackPaused(scope.tx, pauseId);
  await showInThread(scope, caseId, 'pause', String(pauseId));
  await record(scope, [
    {
      what: whole ? 'case paused' : 'invoices paused',
      memberId,
      caseId,
      details: { pause: pauseId, until: untilDay, reason },
    },
  ]);
  await refreshLists(scope, [caseId]);
  await wakeCases(scope, [caseId]);
}
