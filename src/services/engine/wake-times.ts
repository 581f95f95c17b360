import { pendingApprovals } from '../../../db/queries/approval/find.ts';
import { writeWakeTimes } from '../../../db/queries/case/wake.ts';
import { type LivePromise, livePromises } from '../../../db/queries/promise/find.ts';
import { openTasks } from '../../../db/queries/task/find.ts';
import type { TaskRow } from '../../../db/schema/index.ts';
import { addDays, businessDate } from '../../core/calendar/business-date.ts';
import { addBusinessDays } from '../../core/calendar/business-days.ts';
import { dateIn, instantAt } from '../../core/calendar/zone.ts';
import { enforceTask } from '../../core/task/enforce.ts';
import { calendarOf, type Scope } from '../scope.ts';
import { nextReminder } from './remind-approvers.ts';

/**
 * Writes for each case the earliest moment at which anything about it can need a look: the ladder's (given), its
 * tasks', its promises', its approvals'. A moment that is too early costs a look, one that is too late breaks a rule.
 */
export async function setWakeTimes(
  scope: Scope,
  caseIds: readonly number[],
  ladderMoments: ReadonlyMap<number, Date>,
): Promise<void> {
  const { tx } = scope;
  const earliest = new Map(ladderMoments);
  const consider = (caseId: number, moment: Date | undefined): void => {
    const known = earliest.get(caseId);
    if (moment !== undefined && (known === undefined || moment < known)) earliest.set(caseId, moment);
  };
  for (const row of await openTasks(tx, caseIds)) consider(row.caseId, nextOfTask(scope, row));
  for (const live of await livePromises(tx, caseIds))
    consider(live.promise.caseId, nextOfPromise(scope, live));
  for (const row of await pendingApprovals(tx, caseIds))
    consider(row.caseId, nextReminder(scope, row.askedAt, row.remindersSpent));
  await writeWakeTimes(
    tx,
    caseIds.map((caseId) => ({ caseId, at: earliest.get(caseId) })),
  );
}

function nextOfTask(scope: Scope, row: TaskRow): Date {
  const verdict = enforceTask(row, scope.now);
  return verdict.kind === 'wait' ? verdict.until : scope.now;
}

/** The day after the due date, then the day after grace; an unconfirmed promise waits for data, not for a date. */
function nextOfPromise(scope: Scope, { promise, place }: LivePromise): Date | undefined {
  const calendar = calendarOf(place, scope.workspace);
  const due = businessDate(promise.dueOn);
  const today = dateIn(calendar.zone, scope.now);
  const graceEnds = addBusinessDays(calendar, due, 1);
  const next = [addDays(due, 1), graceEnds, addDays(graceEnds, 1)].find((day) => day > today);
  return next === undefined ? undefined : instantAt(calendar.zone, next, '00:00');
}
