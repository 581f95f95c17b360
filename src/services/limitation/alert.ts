import { lockCases } from '../../../db/queries/case/lock.ts';
import { agingClaims, type AgingClaimRow, noteAlerts } from '../../../db/queries/limitation/aging.ts';
import { insertTasks } from '../../../db/queries/task/open.ts';
import { type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import { addBusinessDays } from '../../core/calendar/business-days.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { instantAt } from '../../core/calendar/zone.ts';
import { groupBy } from '../../core/group-by.ts';
import {
  alerts,
  alertsDue,
  type Expiry,
  latestDueToLookAt,
  limitationOf,
} from '../../core/limitation/expiry.ts';
import { formatMoney, money, sum } from '../../core/money.ts';
import { wakeCases } from '../case/wake.ts';
import { guardianOfClaims } from '../member/guardian.ts';
import type { Member } from '../member/roster.ts';
import { roster } from '../member/roster.ts';
import { tellCase } from '../outbox/thread.ts';
import { calendarOf, type Scope } from '../scope.ts';
import { refreshLists } from '../task/refresh-lists.ts';

/** Invoices of one case whose claim comes to its end, told of together. */
interface Expiring {
  readonly caseId: number;
  readonly rows: readonly AgingClaimRow[];
  /** The first that ends. */
  readonly expiry: Expiry;
}

/** Business days to stop a claim from becoming time-barred: to have a court order asked for, or the debt acknowledged. */
const stoppingBusinessDays = 10;

/**
 * What nobody can sue for any more is lost: half a year before that, and again a month before, it becomes work for
 * legal with a deadline, and the case's thread says so. Once for a case and alert, however many invoices.
 */
export async function alertOfLimitation(scope: Scope): Promise<void> {
  const claims = await agingClaims(scope.tx, latestDueToLookAt(scope.today), alerts);
  const due = claims.filter((row) => alertsDue(expiryOf(scope, row), scope.today) > row.given);
  if (due.length === 0) return;
  const expiring = [...groupBy(due, ({ case_id }) => Number(case_id))].map(([caseId, rows]) => ({
    caseId,
    rows,
    expiry: firstOf(rows.map((row) => expiryOf(scope, row))),
  }));
  const caseIds = expiring.map(({ caseId }) => caseId).toSorted((a, b) => a - b);
  await lockCases(scope.tx, caseIds);
  await haveThemStopped(scope, expiring);
  for (const one of expiring) await tell(scope, one);
  await noteAlerts(
    scope.tx,
    due.map((row) => ({
      invoiceId: Number(row.invoice_id),
      given: alertsDue(expiryOf(scope, row), scope.today),
    })),
    scope.today,
  );
  await refreshLists(scope, caseIds);
  await wakeCases(scope, caseIds);
}

function expiryOf({ workspace }: Scope, { country, due_on }: AgingClaimRow): Expiry {
  return limitationOf([workspace.country, country], businessDate(due_on));
}

function firstOf(expiries: readonly Expiry[]): Expiry {
  return expiries.reduce((first, one) => (one.on < first.on ? one : first));
}

async function haveThemStopped(scope: Scope, expiring: readonly Expiring[]): Promise<void> {
  const people = await roster(scope);
  const guardian = guardianOfClaims(people, scope.now);
  await insertTasks(
    scope.tx,
    expiring.map((one) => ({
      caseId: one.caseId,
      kind: 'commitment' as const,
      what: `stop ${sumOf(one)} from becoming time-barred ${byWhen(scope, one)}: a court order, or their written word that they owe it`,
      // Nobody stands above legal: a miss is recorded, and the work stays theirs.
      level: 'manager' as const,
      holderId: guardian.id,
      firstHolderId: guardian.id,
      dueAt: scope.now,
      deadlineAt: deadline(guardian, scope.today),
      openedAt: scope.now,
    })),
  );
}

function deadline(guardian: Member, today: BusinessDate): Date {
  const calendar = calendarOf(guardian);
  return instantAt(calendar.zone, addBusinessDays(calendar, today, stoppingBusinessDays), guardian.worksTo);
}

async function tell(scope: Scope, one: Expiring): Promise<void> {
  const { caseId, rows, expiry } = one;
  await tellCase(scope, caseId, {
    kind: 'limitation',
    caseId,
    amount: sumOf(one),
    invoices: rows.map(({ number }) => number),
    on: expiry.on,
    isPast: expiry.on < scope.today,
    country: expiry.country,
    source: expiry.period.source,
  });
}

function sumOf({ rows }: Expiring): string {
  const currency = rows[0]?.currency ?? '';
  return formatMoney(
    sum(
      rows.map(({ open }) => money(open, currency)),
      currency,
    ),
  );
}

function byWhen({ today }: Scope, { expiry }: Expiring): string {
  const day = formatDate(expiry.on, { today });
  return expiry.on < today ? `(perhaps it is, since ${day})` : `on ${day}`;
}
