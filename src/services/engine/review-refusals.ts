import { refusalsToReview } from '../../../db/queries/approval/find.ts';
import type { ApprovalRow } from '../../../db/schema/index.ts';
import { businessDate } from '../../core/calendar/business-date.ts';
import { nextOpen } from '../../core/calendar/business-days.ts';
import { instantAt } from '../../core/calendar/zone.ts';
import { askApproval } from '../approval/ask.ts';
import { reminderHour } from '../approval/reminder-times.ts';
import { overtaken, reopen } from '../approval/subject.ts';
import { record } from '../audit/record.ts';
import { loadCaseFile } from '../case/file.ts';
import type { Scope } from '../scope.ts';

/**
 * Asks again what was refused and is to be looked at again today, if it still stands. A step of the ladder is asked
 * again by the ladder itself.
 */
export async function reviewRefusals(scope: Scope, caseIds: readonly number[]): Promise<void> {
  for (const row of await refusalsToReview(scope.tx, caseIds)) {
    const due = reviewMoment(scope, row);
    if (due === undefined || due > scope.now) continue;
    const file = await loadCaseFile(scope, row.caseId);
    if ((await overtaken(scope, row, file)) !== undefined || !(await reopen(scope, row))) continue;
    await askApproval(scope, { ...row, askedBy: row.againBy ?? row.askedBy });
    await record(scope, [{ what: `${row.step} asked again`, caseId: row.caseId }]);
  }
}

/** When a refusal is looked at again: at once where somebody has new grounds, else when reminders are given. */
export function reviewMoment(
  { workspace, calendar }: Scope,
  { kind, reviewOn, againOn }: Pick<ApprovalRow, 'kind' | 'reviewOn' | 'againOn'>,
): Date | undefined {
  if (kind === 'step' || reviewOn === null) return undefined;
  if (againOn !== null) return instantAt(workspace.zone, businessDate(againOn), '00:00');
  return instantAt(workspace.zone, nextOpen(calendar, businessDate(reviewOn)), reminderHour);
}
