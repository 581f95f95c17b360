import { waitingAnnouncements } from '../../../db/queries/announcement/find.ts';
import { pendingApprovals, refusalsToReview } from '../../../db/queries/approval/find.ts';
import { writeWakeTimes } from '../../../db/queries/case/wake.ts';
import { endsOfPauses } from '../../../db/queries/pause/find.ts';
import { instalmentsOf, livePlans } from '../../../db/queries/plan/find.ts';
import { type LivePromise, livePromises } from '../../../db/queries/promise/find.ts';
import { openTasks } from '../../../db/queries/task/find.ts';
import type { TaskRow } from '../../../db/schema/index.ts';
import { addDays, businessDate } from '../../core/calendar/business-date.ts';
import { addBusinessDays } from '../../core/calendar/business-days.ts';
import { dateIn, instantAt } from '../../core/calendar/zone.ts';
import { groupBy } from '../../core/group-by.ts';
import { enforceTask } from '../../core/task/enforce.ts';
import { nextReminder } from '../approval/reminder-times.ts';
import { calendarOf, type Scope } from '../scope.ts';
import { nextPlanMoment } from './plan-moments.ts';
import { nextOfApproval } from './remind-approvers.ts';
import { reviewMoment } from './review-refusals.ts';

/**
 * Writes for each case the earliest moment at which anything about it can need a look: the ladder's (given), its
 * tasks', its promises', its plan's, its approvals'. A moment that is too early costs a look, one that is too late breaks a rule.
 */
export async function setWakeTimes(
  scope: Scope,
  caseIds: readonly number[],
  ladderMoments: ReadonlyMap<number, Date>,
): Promise<void> {
  const earliest = await nextMoments(scope, caseIds, ladderMoments);
  await writeWakeTimes(
    scope.tx,
    caseIds.map((caseId) => ({ caseId, at: earliest.get(caseId) })),
  );
}

/** The same without writing them, so that the auditor can compare what is written with what is true. */
export async function nextMoments(
  scope: Scope,
  caseIds: readonly number[],
  ladderMoments: ReadonlyMap<number, Date>,
): Promise<ReadonlyMap<number, Date>> {
  const { tx } = scope;
  const earliest = new Map(ladderMoments);
  const consider = (caseId: number, moment: Date | undefined): void => {
    const known = earliest.get(caseId);
    if (moment !== undefined && (known === undefined || moment < known)) earliest.set(caseId, moment);
  };
  for (const row of await openTasks(tx, caseIds)) consider(row.caseId, nextOfTask(scope, row));
  for (const live of await livePromises(tx, caseIds))
    consider(live.promise.caseId, nextOfPromise(scope, live));
  for (const { caseId, endsAt } of await endsOfPauses(tx, caseIds)) consider(caseId, endsAt);
  for (const row of await pendingApprovals(tx, caseIds)) consider(row.caseId, nextOfApproval(scope, row));
  for (const row of await refusalsToReview(tx, caseIds)) {
    const review = reviewMoment(scope, row);
    if (review !== undefined && review > scope.now) consider(row.caseId, review);
  }
  for (const { caseId, approvalId, goesAt } of await waitingAnnouncements(tx, caseIds))
    if (approvalId !== null) consider(caseId, goesAt);
  await considerPlans(scope, caseIds, consider);
  return earliest;
}

async function considerPlans(
  scope: Scope,
  caseIds: readonly number[],
  consider: (caseId: number, moment: Date | undefined) => void,
): Promise<void> {
  const live = await livePlans(scope.tx, caseIds);
  if (live.length === 0) return;
  const rows = await instalmentsOf(
    scope.tx,
    live.map(({ plan }) => plan.id),
  );
  const instalments = groupBy(rows, ({ planId }) => planId);
  for (const { plan, place } of live)
    consider(
      plan.caseId,
      plan.status === 'proposed'
        ? nextReminder(scope, plan.proposedAt, plan.remindersSpent)
        : nextPlanMoment(calendarOf(place, scope.workspace), instalments.get(plan.id) ?? [], scope.now),
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
