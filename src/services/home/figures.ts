import * as queries from '../../../db/queries/home/figures.ts';
import { addDays, type BusinessDate, businessDate, weekday } from '../../core/calendar/business-date.ts';
import { type Money, money } from '../../core/money.ts';
import { biggestFirst } from '../approval/bundle-view.ts';
import { approvalViews, type ApprovalView } from '../approval/view.ts';
import { type CaseOverview, overviews } from '../case/overview.ts';
import type { Member } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { stopWords } from '../stop/kinds.ts';

/** Promises are judged over a quarter: a month of a small portfolio says nothing. */
const recordDays = 90;

/** More wait than this in the workspace: the oldest are looked at, and the rest follow as they are decided. */
const mostApprovals = 60;

/** Customers and a sum in one currency. */
export interface Owed {
  readonly amount: Money;
  readonly customers: number;
}

/** What a rep is measured by. */
export interface RepFigures {
  readonly overdue: readonly Owed[];
  readonly promisedThisWeek: readonly { readonly amount: Money; readonly promises: number }[];
  readonly kept: number;
  /** Kept, partly kept and broken ones of the last 90 days. */
  readonly judged: number;
  readonly missedThisMonth: number;
}

export async function repFigures(scope: Scope, person: Member): Promise<RepFigures> {
  const { tx, today } = scope;
  const overdue = await queries.overdueOfOwner(tx, person.id, today);
  const promised = await queries.promisedToOwner(tx, person.id, { from: today, to: endOfWeek(today) });
  const since = { promises: addDays(today, -recordDays), misses: firstOfMonth(today) };
  const { kept, judged, missed } = await queries.recordOfOwner(tx, person.id, since);
  return {
    overdue: overdue.map((row) => ({ amount: money(row.overdue, row.currency), customers: row.customers })),
    promisedThisWeek: promised.map((row) => ({
      amount: money(row.amount, row.currency),
      promises: row.promises,
    })),
    kept,
    judged,
    missedThisMonth: missed,
  };
}

/** The approvals that this person is asked about, the biggest first. */
export async function approvalsFor(scope: Scope, person: Member): Promise<readonly ApprovalView[]> {
  const waiting = await queries.allPendingApprovals(scope.tx, mostApprovals);
  const views = await approvalViews(scope, waiting);
  return biggestFirst(views.filter(({ bench }) => bench.asked.includes(person.id)));
}

/** Cash that came in and is on no invoice yet. */
export async function unappliedCash({ tx }: Scope): Promise<readonly Owed[]> {
  const rows = await queries.unappliedCash(tx);
  return rows.map((row) => ({ amount: money(row.amount, row.currency), customers: row.customers }));
}

/** Cases that legal has now. */
export async function casesAtLegal(scope: Scope): Promise<readonly CaseOverview[]> {
  const caseIds = await queries.casesStopped(scope.tx, stopWords['handed over']);
  if (caseIds.length === 0) return [];
  return (await overviews(scope, { caseIds })).rows.filter(({ open }) => open.amount > 0n);
}

export async function hasLedger({ tx }: Scope): Promise<boolean> {
  return queries.hasCustomers(tx);
}

const endOfWeek = (today: BusinessDate): BusinessDate => addDays(today, 7 - weekday(today));
const firstOfMonth = (today: BusinessDate): BusinessDate => businessDate(`${today.slice(0, 8)}01`);
