import { caseOverviews, type OverviewFilter, type OverviewRow } from '../../../db/queries/case/overviews.ts';
import type { HoldRow, TaskRow } from '../../../db/schema/index.ts';
import { type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import { type Money, money } from '../../core/money.ts';
import type { Level } from '../../core/task/enforce.ts';
import { threadLink } from '../workspace/thread-link.ts';
import type { Scope } from '../scope.ts';

export type HoldKind = HoldRow['kind'];
export type { OverviewFilter } from '../../../db/queries/case/overviews.ts';

/** A case as a person looks at it: cards, lists and files are made from this. */
export interface CaseOverview {
  readonly caseId: number;
  readonly customerId: number;
  readonly number: string;
  readonly name: string;
  readonly currency: string;
  /** The ladder that its invoices have of their own; empty for the case of all others. */
  readonly ownLadder: string;
  readonly country: string;
  readonly zone: string;
  /** The address of its thread; absent while it has no card. */
  readonly threadLink?: string;
  readonly ownerId: number | undefined;
  readonly stopped: string | undefined;
  readonly open: Money;
  readonly overdue: Money;
  readonly openInvoices: number;
  readonly overdueInvoices: number;
  readonly oldestDueOn: BusinessDate | undefined;
  readonly nextDueOn: BusinessDate | undefined;
  /** The last word given, whether it rests anything or not. */
  readonly promise:
    { readonly amount: Money; readonly dueOn: BusinessDate; readonly rests: boolean } | undefined;
  readonly promiseBroken: boolean;
  readonly dispute: CaseDispute | undefined;
  readonly pause: CasePause | undefined;
  /** What the customer does not get from us now. */
  readonly holds: readonly HoldKind[];
  /** The plan that is proposed or being kept. */
  readonly plan: CasePlan | undefined;
  readonly resting: string | undefined;
  /** Index of the highest step that an open invoice received; -1 for none. */
  readonly position: number;
  /** How many places its ladder has. */
  readonly places: number;
  readonly next: { readonly step: string; readonly at: Date } | undefined;
  readonly task: CaseTask | undefined;
  readonly lastOutcome:
    | {
        readonly kind: string;
        readonly spokeWith: string | null;
        readonly said: string | null;
        readonly at: Date;
      }
    | undefined;
  readonly lastLetter: { readonly kind: string; readonly status: string } | undefined;
  readonly contact: { readonly name: string; readonly phone: string | undefined } | undefined;
}

/** All that is disputed now. */
export interface CaseDispute {
  readonly amount: Money;
  readonly disputes: number;
  /** The nearest day by which we must answer; nothing while only credit notes are to be booked. */
  readonly answerBy: BusinessDate | undefined;
}

export interface CasePause {
  readonly until: BusinessDate;
  /** Not only some invoices. */
  readonly whole: boolean;
  readonly reason: string;
}

export interface CasePlan {
  readonly id: number;
  readonly status: 'proposed' | 'agreed';
  readonly total: Money;
  readonly kept: number;
  readonly instalments: number;
  readonly next: { readonly amount: Money; readonly dueOn: BusinessDate } | undefined;
}

export interface CaseTask {
  readonly id: number;
  readonly kind: TaskRow['kind'];
  /** The dispute that is to be answered or credited. */
  readonly disputeId: number | undefined;
  readonly step: string | undefined;
  readonly what: string;
  readonly level: Level;
  /** It rose to whoever has it, because somebody missed it. */
  readonly taken: boolean;
  readonly attempts: number;
  readonly holderId: number;
  /** The name of whom the holder stands in for. */
  readonly inPlaceOf: string | undefined;
  readonly dueAt: Date;
  readonly deadlineAt: Date;
  /** What else the same person has to do for the case, by deadline. */
  readonly further: readonly Pick<CaseTask, 'step' | 'what' | 'deadlineAt'>[];
}

export interface Overviews {
  readonly rows: readonly CaseOverview[];
  /** Of all that match, whatever the page. */
  readonly totalCases: number;
}

/** The cases that match, in the order in which they should be worked. */
export async function overviews(scope: Scope, filter: OverviewFilter): Promise<Overviews> {
  const rows = await caseOverviews(scope.tx, scope.today, filter);
  return { rows: rows.map(overviewOf), totalCases: rows[0]?.total_cases ?? 0 };
}

export async function overviewOfCase(scope: Scope, caseId: number): Promise<CaseOverview | undefined> {
  return (await overviews(scope, { caseIds: [caseId] })).rows[0];
}

function overviewOf(row: OverviewRow): CaseOverview {
  return {
    caseId: Number(row.id),
    customerId: Number(row.customer_id),
    number: row.number,
    name: row.name,
    currency: row.currency,
    ownLadder: row.own_ladder,
    country: row.country,
    zone: row.zone,
    ...linkOf(row),
    ownerId: row.owner_id === null ? undefined : Number(row.owner_id),
    stopped: row.stopped ?? undefined,
    open: money(row.open, row.currency),
    overdue: money(row.overdue, row.currency),
    openInvoices: row.open_invoices,
    overdueInvoices: row.overdue_invoices,
    oldestDueOn: dayOf(row.oldest_due_on),
    nextDueOn: dayOf(row.next_due_on),
    promise:
      row.promised_for === null
        ? undefined
        : {
            amount: money(row.promised, row.currency),
            dueOn: businessDate(row.promised_for),
            rests: row.promise_rests ?? false,
          },
    promiseBroken: row.promise_broken,
    dispute: disputeOf(row),
    pause: pauseOf(row),
    holds: row.holds,
    plan: planOf(row),
    resting: row.resting ?? undefined,
    position: row.position,
    places: row.places,
    next:
      row.next_step === null || row.next_ms === null
        ? undefined
        : { step: row.next_step, at: new Date(row.next_ms) },
    task: taskOf(row),
    lastOutcome:
      row.outcome === null
        ? undefined
        : { kind: row.outcome, spokeWith: row.spoke_with, said: row.said, at: new Date(row.outcome_ms) },
    lastLetter:
      row.last_letter === null ? undefined : { kind: row.last_letter, status: row.last_letter_status },
    contact:
      row.contact_name === null ? undefined : { name: row.contact_name, phone: row.phone ?? undefined },
  };
}

function linkOf({ message_link: pattern, card_channel: channel, card_message: message }: OverviewRow) {
  if (pattern === null || channel === null || message === null) return {};
  return { threadLink: threadLink(pattern, channel, message) };
}

const dayOf = (text: string | null): BusinessDate | undefined =>
  text === null ? undefined : businessDate(text);

function disputeOf(row: OverviewRow): CaseDispute | undefined {
  if (row.disputed === 0n) return undefined;
  return {
    amount: money(row.disputed, row.currency),
    disputes: row.disputes,
    answerBy: dayOf(row.answer_by),
  };
}

function pauseOf({ paused_until, paused_whole, pause_reason }: OverviewRow): CasePause | undefined {
  if (paused_until === null) return undefined;
  return { until: businessDate(paused_until), whole: paused_whole === true, reason: pause_reason ?? '' };
}

function planOf(row: OverviewRow): CasePlan | undefined {
  if (row.plan_id === null) return undefined;
  return {
    id: Number(row.plan_id),
    status: row.plan_status,
    total: money(row.plan_total, row.currency),
    kept: row.plan_kept,
    instalments: row.plan_instalments,
    next:
      row.plan_next === null || row.plan_next_on === null
        ? undefined
        : { amount: money(row.plan_next, row.currency), dueOn: businessDate(row.plan_next_on) },
  };
}

function taskOf(row: OverviewRow): CaseTask | undefined {
  if (row.task_id === null) return undefined;
  return {
    id: Number(row.task_id),
    kind: row.task_kind,
    disputeId: row.task_dispute === null ? undefined : Number(row.task_dispute),
    step: row.task_step ?? undefined,
    what: row.task_what,
    level: row.task_level,
    taken: row.task_taken,
    attempts: row.task_attempts,
    holderId: Number(row.holder_id),
    inPlaceOf: row.task_in_place_of ?? undefined,
    dueAt: new Date(row.due_ms),
    deadlineAt: new Date(row.deadline_ms),
    further: (row.task_further ?? []).map(({ step, what, deadline_ms }) => ({
      step: step ?? undefined,
      what,
      deadlineAt: new Date(deadline_ms),
    })),
  };
}
