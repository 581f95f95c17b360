import { groupBy } from '../../core/group-by.ts';
import * as queries from '../../../db/queries/case-facts.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { addDays, businessDate } from '../../core/calendar/business-date.ts';
import { addBusinessDays } from '../../core/calendar/business-days.ts';
import type {
  CaseFacts,
  InvoiceFacts,
  Received,
  RestedDays,
  StepApproval,
} from '../../core/dunning/facts.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import type { Ladder } from '../../core/dunning/ladder.ts';
import { calendarOf, type Scope } from '../scope.ts';
import { ladders } from './ladders.ts';

/** What a decision needs, and what carrying it out needs besides. */
export interface CaseFile {
  readonly facts: CaseFacts;
  readonly ladder: Ladder;
  readonly customerId: number;
  readonly customerName: string;
  readonly customerNumber: string;
  readonly ownerId: number | undefined;
  readonly started: boolean;
  readonly openCall: queries.OpenCallRow | undefined;
}

/** Business days for which cash that nobody allocated, counted from its arrival, rests the oldest amounts. */
const unappliedRestDays = 2;

/** The facts of these cases, in a fixed number of statements however many they are. */
export async function loadCaseFiles(scope: Scope, caseIds: readonly number[]): Promise<readonly CaseFile[]> {
  if (caseIds.length === 0) return [];
  const rows = await loadRows(scope, caseIds);
  const ladderOf = await ladders(
    scope,
    rows.cases.map((row) => Number(row.ladder_id)),
  );
  return rows.cases.map((row) => assemble(scope, row, rows, ladderOf.get(Number(row.ladder_id))!));
}

async function loadRows(scope: Scope, caseIds: readonly number[]) {
  const { tx } = scope;
  return {
    cases: await queries.loadCases(tx, caseIds),
    invoices: groupBy(await queries.loadOpenInvoices(tx, caseIds), (row) => row.case_id),
    received: groupBy(await queries.loadReceived(tx, caseIds), (row) => row.invoice_id),
    promises: groupBy(await queries.loadPromiseLines(tx, caseIds), (row) => row.invoice_id),
    lastContacts: byKey(await queries.loadLastContacts(tx, caseIds), (row) => row.for_case),
    customerSteps: groupBy(await queries.loadCustomerSteps(tx, caseIds), (row) => row.for_case),
    cover: groupBy(await queries.loadCover(tx, caseIds), (row) => row.case_id),
    openCalls: byKey(await queries.loadOpenCalls(tx, caseIds), (row) => row.case_id),
    approvals: groupBy(await queries.loadApprovals(tx, caseIds), (row) => row.case_id),
    callBacks: byKey(await queries.loadCallBacks(tx, caseIds), (row) => row.case_id),
    underWay: new Set((await queries.loadLettersUnderWay(tx, caseIds)).map((row) => row.case_id)),
  };
}

type Rows = Awaited<ReturnType<typeof loadRows>>;

function assemble(scope: Scope, row: queries.CaseRow, rows: Rows, ladder: Ladder): CaseFile {
  const calendar = calendarOf(row);
  const position = (step: string): number => ladder.steps.findIndex((known) => known.key === step);
  const contact = rows.lastContacts.get(row.id);
  const openCall = rows.openCalls.get(row.id);
  const callBack = rows.callBacks.get(row.id);
  const sequence = contact === undefined ? undefined : ladder.steps[position(contact.step)]?.sequence;
  return {
    ladder,
    customerId: Number(row.customer_id),
    customerName: row.customer_name,
    customerNumber: row.customer_number,
    ownerId: row.owner_id === null ? undefined : Number(row.owner_id),
    started: row.started,
    openCall,
    facts: {
      caseId: Number(row.id),
      currency: row.currency,
      calendar,
      floor: scope.workspace.floor,
      invoices: (rows.invoices.get(row.id) ?? []).map((invoice) => invoiceFacts(invoice, rows)),
      cover: (rows.cover.get(row.id) ?? []).map((cover) => ({
        amount: cover.amount,
        until:
          cover.kind === 'advised'
            ? businessDate(cover.on_day)
            : addBusinessDays(calendar, businessDate(cover.on_day), unappliedRestDays),
      })),
      customerPosition: Math.max(
        -1,
        ...(rows.customerSteps.get(row.id) ?? []).map((seen) => position(seen.step)),
      ),
      approvals: (rows.approvals.get(row.id) ?? []).flatMap(approvalFact),
      stopped: row.stopped,
      letterUnderway: rows.underWay.has(row.id),
      hasMailAddress: row.has_mail_address,
      shadow: scope.workspace.shadow,
      ...(contact === undefined
        ? {}
        : {
            lastContact: {
              on: businessDate(contact.on_day),
              position: position(contact.step),
              caseId: Number(contact.case_id),
              ...(sequence === undefined ? {} : { sequence }),
            },
          }),
      ...(openCall === undefined ? {} : { openCall: { step: openCall.step } }),
      ...(row.paused_until === null ? {} : { pausedUntil: businessDate(row.paused_until) }),
      ...(callBack === undefined ? {} : { callBack: callBackFact(callBack, calendar.zone) }),
      ...(scope.workspace.ledgerCovers === null
        ? {}
        : { ledgerCovers: businessDate(scope.workspace.ledgerCovers) }),
      ...(row.raised_to === null ? {} : { raisedTo: row.raised_to }),
    },
  };
}

function invoiceFacts(row: queries.InvoiceRow, rows: Rows): InvoiceFacts {
  const promises = rows.promises.get(row.id) ?? [];
  const resting = promises.filter(
    (line) => line.rests && (line.status === 'open' || line.status === 'unconfirmed'),
  );
  const promised = resting.reduce((sum, line) => sum + line.unpaid, 0n);
  return {
    id: Number(row.id),
    number: row.number,
    issuedOn: businessDate(row.issued_on),
    dueOn: businessDate(row.due_on),
    effectiveDueOn: businessDate(row.effective_due_on),
    open: row.open,
    promised: promised < row.open ? promised : row.open,
    disputed: 0n,
    excluded: row.excluded,
    promiseBroken: promises.some((line) => isBroken(line) && !line.called_about),
    received: (rows.received.get(row.id) ?? []).map(receivedFact),
    rested: promises.flatMap(restedDays),
  };
}

function receivedFact(row: queries.ReceivedRow): Received {
  return { step: row.step, on: businessDate(row.on_day), how: row.how };
}

const isBroken = (line: queries.PromiseLineRow): boolean =>
  line.status === 'broken' || line.status === 'partial';

/** Days that a promise rested the whole invoice do not count as waiting; the day it broke counts again. */
function restedDays(line: queries.PromiseLineRow): readonly RestedDays[] {
  if (!line.rests || !line.whole || line.ended_on === null) return [];
  const to: BusinessDate = addDays(businessDate(line.ended_on), -1);
  return line.made_on <= to ? [{ from: businessDate(line.made_on), to }] : [];
}

/** Approved and lapsed ones are history: what was approved shows as received, what lapsed may be asked again. */
function approvalFact(row: queries.ApprovalRow): readonly StepApproval[] {
  if (row.status === 'pending') return [{ step: row.step, status: 'pending' }];
  if (row.status === 'refused' && row.review_on !== null)
    return [{ step: row.step, status: 'refused', reviewOn: businessDate(row.review_on) }];
  return [];
}

function callBackFact(row: queries.CallBackRow, zone: string): NonNullable<CaseFacts['callBack']> {
  return { agreedOn: dateIn(zone, new Date(row.agreed_ms)), on: dateIn(zone, new Date(row.due_ms)) };
}

function byKey<T, K>(rows: readonly T[], key: (row: T) => K): ReadonlyMap<K, T> {
  return new Map(rows.map((row) => [key(row), row]));
}
