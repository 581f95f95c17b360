import type { BusinessDate } from '../calendar/business-date.ts';
import { addBusinessDays, type Calendar } from '../calendar/business-days.ts';
import type { Instalment } from './schedule.ts';

export interface PlannedInstalment extends Instalment {
  /** When it was found missing and everybody was told; undefined while nobody was. */
  readonly noticedOn?: BusinessDate;
}

export interface PlanFacts {
  /** In order of their days. */
  readonly instalments: readonly PlannedInstalment[];
  /** What came in for the plan since it was agreed, whatever instalment it was meant for; minor units. */
  readonly paid: bigint;
  /** The last day that the ledger's data cover. */
  readonly ledgerCovers?: BusinessDate;
  readonly calendar: Calendar;
}

/** `unconfirmed`: its time is over and no data say yet whether the money came. `missed`: data say that it did not. */
export type InstalmentStatus = 'open' | 'kept' | 'unconfirmed' | 'missed';

export interface PlanVerdict {
  readonly statuses: readonly InstalmentStatus[];
  readonly plan: 'running' | 'kept' | 'broken';
  /** The missed instalment, by its place, of which nobody was told yet: the one notice before the plan breaks. */
  readonly toNotice?: number;
}

/** Bank days that a payment may take after an instalment's day, as with promises. */
const graceBankDays = 1;

/** Bank days after the notice on which the instalment can still be made up for. */
const noticeBankDays = 3;

/** By how much less an instalment may come in, in hundredths of a per cent. */
const toleranceBasisPoints = 50n;

/**
 * Whether a plan is kept. Money counts for the earliest instalment first. A missed instalment breaks the plan after one
 * notice and three more bank days, when data that cover those show that it is still missing.
 */
export function judgePlan(plan: PlanFacts, today: BusinessDate): PlanVerdict {
  let due = 0n;
  const statuses = plan.instalments.map((one) => {
    due += one.amount;
    return statusOf(plan, one, due, today);
  });
  if (statuses.every((status) => status === 'kept')) return { statuses, plan: 'kept' };
  const first = statuses.indexOf('missed');
  const missed = plan.instalments[first];
  if (missed === undefined) return { statuses, plan: 'running' };
  if (missed.noticedOn === undefined) return { statuses, plan: 'running', toNotice: first };
  const isOver = covers(plan, lastDayAfterNotice(plan.calendar, missed.noticedOn));
  return { statuses, plan: isOver ? 'broken' : 'running' };
}

/** The last day on which a missed instalment can be made up for. */
export function lastDayAfterNotice(calendar: Calendar, noticedOn: BusinessDate): BusinessDate {
  return addBusinessDays(calendar, noticedOn, noticeBankDays);
}

/** The last day on which an instalment comes in time. */
export function lastDayOf(calendar: Calendar, { dueOn }: Pick<Instalment, 'dueOn'>): BusinessDate {
  return addBusinessDays(calendar, dueOn, graceBankDays);
}

function statusOf(
  plan: PlanFacts,
  one: PlannedInstalment,
  due: bigint,
  today: BusinessDate,
): InstalmentStatus {
  if (plan.paid >= due - (one.amount * toleranceBasisPoints) / 10_000n) return 'kept';
  const last = lastDayOf(plan.calendar, one);
  if (covers(plan, last)) return 'missed';
  return today <= last ? 'open' : 'unconfirmed';
}

function covers({ ledgerCovers }: PlanFacts, day: BusinessDate): boolean {
  return ledgerCovers !== undefined && ledgerCovers >= day;
}
