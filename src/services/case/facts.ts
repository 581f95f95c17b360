import type { Transaction } from '../../../db/client.ts';
import * as cases from '../../../db/queries/case/facts.ts';
import * as atRest from '../../../db/queries/case/facts-at-rest.ts';
import * as payers from '../../../db/queries/case/facts-of-payer.ts';
import * as pending from '../../../db/queries/case/facts-pending.ts';
import * as steps from '../../../db/queries/case/facts-of-steps.ts';
import { businessDate } from '../../core/calendar/business-date.ts';
import { addBusinessDays, type Calendar } from '../../core/calendar/business-days.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import type { Payer } from '../../core/dunning/condition.ts';
import type { CaseFacts, StepApproval } from '../../core/dunning/facts.ts';
import type { Ladder } from '../../core/dunning/ladder.ts';
import { positionOf } from '../../core/dunning/place.ts';
import { invoicesLookedAt, isPunctual, type PaidInvoice } from '../../core/dunning/punctual.ts';
import { groupBy } from '../../core/group-by.ts';
import { calendarOf, type Scope } from '../scope.ts';
import { invoiceFacts } from './invoice-facts.ts';

export type { CaseRow } from '../../../db/queries/case/facts.ts';

/** Everything that decisions about some cases depend on, by what it is about. */
export type FactRows = Awaited<ReturnType<typeof loadFactRows>>;

export async function loadFactRows(tx: Transaction, caseIds: readonly number[]) {
  return {
    cases: await cases.loadCases(tx, caseIds),
    invoices: groupBy(await cases.loadOpenInvoices(tx, caseIds), (row) => row.case_id),
    received: groupBy(await steps.loadReceived(tx, caseIds), (row) => row.invoice_id),
    promises: groupBy(await pending.loadPromiseLines(tx, caseIds), (row) => row.invoice_id),
    disputes: groupBy(await atRest.loadDisputeLines(tx, caseIds), (row) => row.invoice_id),
    plans: groupBy(await atRest.loadPlanLines(tx, caseIds), (row) => row.invoice_id),
    pauses: groupBy(await atRest.loadPauses(tx, caseIds), (row) => row.case_id),
    stops: groupBy(await atRest.loadPastStops(tx, caseIds), (row) => row.case_id),
    lastContacts: byKey(await steps.loadLastContacts(tx, caseIds), (row) => row.for_case),
    calledBack: byKey(await steps.loadCalledBack(tx, caseIds), (row) => row.for_case),
    customerSteps: groupBy(await steps.loadCustomerSteps(tx, caseIds), (row) => row.for_case),
    cover: groupBy(await cases.loadCover(tx, caseIds), (row) => row.case_id),
    openCalls: byKey(await pending.loadOpenCalls(tx, caseIds), (row) => row.case_id),
    approvals: groupBy(await pending.loadApprovals(tx, caseIds), (row) => row.case_id),
    paidBefore: groupBy(await payers.loadPaidBefore(tx, caseIds, invoicesLookedAt), (row) => row.for_case),
    announced: byKey(await pending.loadAnnounced(tx, caseIds), (row) => row.case_id),
    callBacks: byKey(await pending.loadCallBacks(tx, caseIds), (row) => row.case_id),
    underWay: new Set((await pending.loadLettersUnderWay(tx, caseIds)).map((row) => row.case_id)),
  };
}

/** The facts of one case, as the ladder's rules read them. */
export function factsOf(scope: Scope, row: cases.CaseRow, rows: FactRows, ladder: Ladder): CaseFacts {
  const { floor, shadow, ledgerCovers, noticeMinutes } = scope.workspace;
  const calendar = calendarOf(row);
  const openCall = rows.openCalls.get(row.id);
  const callBack = rows.callBacks.get(row.id);
  const contact = rows.lastContacts.get(row.id);
  const calledBack = rows.calledBack.get(row.id);
  const announced = rows.announced.get(row.id);
  return {
    caseId: Number(row.id),
    currency: row.currency,
    calendar,
    payer: payerFact(row, rows.paidBefore.get(row.id) ?? []),
    floor,
    invoices: (rows.invoices.get(row.id) ?? []).map((invoice) =>
      invoiceFacts(invoice, {
        promises: rows.promises.get(invoice.id) ?? [],
        disputes: rows.disputes.get(invoice.id) ?? [],
        plans: rows.plans.get(invoice.id) ?? [],
        pauses: rows.pauses.get(row.id) ?? [],
        stops: rows.stops.get(row.id) ?? [],
        received: rows.received.get(invoice.id) ?? [],
      }),
    ),
    cover: (rows.cover.get(row.id) ?? []).map((cover) => coverFact(cover, calendar)),
    customerPosition: highestPosition(rows.customerSteps.get(row.id) ?? [], ladder),
    approvals: (rows.approvals.get(row.id) ?? []).flatMap((one) => approvalFact(one, announced)),
    noticeMinutes,
    stopped: row.stopped,
    letterUnderway: rows.underWay.has(row.id),
    hasMailAddress: row.has_mail_address,
    shadow,
    ...(announced?.approved === false && {
      announced: { step: announced.step, goesAt: new Date(announced.goes_ms) },
    }),
    ...(contact && { lastContact: lastContactFact(contact, ladder) }),
    ...(calledBack && { calledBack: calledBackFact(calledBack, calendar, ladder) }),
    ...(openCall && { openCall: { step: openCall.step } }),
    ...(callBack && { callBack: callBackFact(callBack, calendar) }),
    ...(row.paused_until !== null && { pausedUntil: businessDate(row.paused_until) }),
    ...(row.letters_held_until !== null && { lettersHeldUntil: businessDate(row.letters_held_until) }),
    ...(ledgerCovers !== null && { ledgerCovers: businessDate(ledgerCovers) }),
    ...(row.raised_to !== null && { raisedTo: row.raised_to }),
  };
}

function payerFact(row: cases.CaseRow, paidBefore: readonly payers.PaidBeforeRow[]): Payer {
  return {
    country: row.country,
    tags: row.tags,
    contactRoles: row.contact_roles,
    punctual: isPunctual(paidBefore.map(paidFact)),
    ...(row.payer_type !== null && { payerType: row.payer_type }),
  };
}

function paidFact({ effective_due_on, paid_on }: payers.PaidBeforeRow): PaidInvoice {
  return {
    effectiveDueOn: businessDate(effective_due_on),
    paidOn: paid_on === null ? undefined : businessDate(paid_on),
  };
}

function highestPosition(seen: readonly steps.PressedStepRow[], ladder: Ladder): number {
  return Math.max(-1, ...seen.map(({ step }) => positionOf(ladder, step)));
}

/** Business days for which cash that nobody allocated, counted from its arrival, rests the oldest amounts. */
const unappliedRestDays = 2;

function coverFact(row: cases.CoverRow, calendar: Calendar): CaseFacts['cover'][number] {
  const day = businessDate(row.on_day);
  const until = row.kind === 'advised' ? day : addBusinessDays(calendar, day, unappliedRestDays);
  return { amount: row.amount, until };
}

/**
 * Approved and lapsed ones are history: what was approved shows as received, what lapsed may be asked again. A claim
 * that stands announced is approved and still to be acted on.
 */
function approvalFact(
  row: pending.ApprovalRow,
  announced: pending.AnnouncedRow | undefined,
): readonly StepApproval[] {
  if (row.status === 'approved' && announced?.approved && announced.step === row.step)
    return [{ step: row.step, status: 'approved', invoices: row.invoices }];
  if (row.status === 'pending') return [{ step: row.step, status: 'pending', invoices: row.invoices }];
  if (row.status === 'refused' && row.review_on !== null)
    return [{ step: row.step, status: 'refused', reviewOn: businessDate(row.review_on) }];
  return [];
}

function lastContactFact(row: steps.LastContactRow, ladder: Ladder): NonNullable<CaseFacts['lastContact']> {
  const position = positionOf(ladder, row.step);
  const sequence = ladder.steps.find(({ key }) => key === row.step)?.sequence;
  return {
    on: businessDate(row.on_day),
    position,
    caseId: Number(row.case_id),
    ...(sequence !== undefined && { sequence }),
  };
}

function calledBackFact(
  { made_ms, step }: steps.CalledBackRow,
  { zone }: Calendar,
  ladder: Ladder,
): NonNullable<CaseFacts['calledBack']> {
  return {
    on: dateIn(zone, new Date(made_ms)),
    position: step === null ? -1 : positionOf(ladder, step),
  };
}

function callBackFact(row: pending.CallBackRow, { zone }: Calendar): NonNullable<CaseFacts['callBack']> {
  return { agreedOn: dateIn(zone, new Date(row.agreed_ms)), on: dateIn(zone, new Date(row.due_ms)) };
}

function byKey<T, K>(rows: readonly T[], key: (row: T) => K): ReadonlyMap<K, T> {
  return new Map(rows.map((row) => [key(row), row]));
}
