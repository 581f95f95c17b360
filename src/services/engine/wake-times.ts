import { and, eq, inArray, sql } from 'drizzle-orm';
import { approval, cases, customer, promise, task } from '../../../db/schema/index.ts';
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
  const earliest = new Map(ladderMoments);
  const consider = (caseId: number, moment: Date | undefined): void => {
    const known = earliest.get(caseId);
    if (moment !== undefined && (known === undefined || moment < known)) earliest.set(caseId, moment);
  };
  for (const row of await openTasks(scope, caseIds)) consider(row.caseId, nextOfTask(scope, row));
  for (const row of await livePromises(scope, caseIds)) consider(row.caseId, nextOfPromise(scope, row));
  for (const row of await pendingApprovals(scope, caseIds))
    consider(row.caseId, nextReminder(scope, row.askedAt, row.remindersSpent));
  await write(scope, caseIds, earliest);
}

async function openTasks(scope: Scope, caseIds: readonly number[]) {
  return scope.tx
    .select()
    .from(task)
    .where(and(inArray(task.caseId, [...caseIds]), eq(task.status, 'open')));
}

function nextOfTask(scope: Scope, row: typeof task.$inferSelect): Date {
  const verdict = enforceTask(row, scope.now);
  return verdict.kind === 'wait' ? verdict.until : scope.now;
}

async function livePromises(scope: Scope, caseIds: readonly number[]) {
  return scope.tx
    .select({
      caseId: promise.caseId,
      dueOn: promise.dueOn,
      place: { country: customer.country, region: customer.region, zone: customer.zone },
    })
    .from(promise)
    .innerJoin(cases, and(eq(cases.workspaceId, promise.workspaceId), eq(cases.id, promise.caseId)))
    .innerJoin(customer, and(eq(customer.workspaceId, cases.workspaceId), eq(customer.id, cases.customerId)))
    .where(and(inArray(promise.caseId, [...caseIds]), inArray(promise.status, ['open', 'unconfirmed'])));
}

/** The day after the due date, then the day after grace; an unconfirmed promise waits for data, not for a date. */
function nextOfPromise(
  scope: Scope,
  row: { readonly dueOn: string; readonly place: Parameters<typeof calendarOf>[0] },
): Date | undefined {
  const calendar = calendarOf(row.place, scope.workspace);
  const due = businessDate(row.dueOn);
  const today = dateIn(calendar.zone, scope.now);
  const days = [
    addDays(due, 1),
    addBusinessDays(calendar, due, 1),
    addDays(addBusinessDays(calendar, due, 1), 1),
  ];
  const next = days.find((day) => day > today);
  return next === undefined ? undefined : instantAt(calendar.zone, next, '00:00');
}

async function pendingApprovals(scope: Scope, caseIds: readonly number[]) {
  return scope.tx
    .select()
    .from(approval)
    .where(and(inArray(approval.caseId, [...caseIds]), eq(approval.status, 'pending')));
}

async function write(
  scope: Scope,
  caseIds: readonly number[],
  earliest: ReadonlyMap<number, Date>,
): Promise<void> {
  const rows = caseIds.map((id) => ({ id, wake_at: earliest.get(id)?.toISOString() ?? null }));
  await scope.tx.execute(sql`
    update "case" c set wake_at = r.wake_at
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id bigint, wake_at timestamptz)
    where c.workspace_id = current_workspace() and c.id = r.id`);
}
