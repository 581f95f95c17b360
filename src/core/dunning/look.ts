import type { BusinessDate } from '../calendar/business-date.ts';
import { addBusinessDays, type Calendar, isOpen } from '../calendar/business-days.ts';
import { dateIn, timeIn } from '../calendar/zone.ts';
import type { CaseFacts } from './facts.ts';
import type { Ladder } from './ladder.ts';
import { lastStart } from './offset.ts';
import { type Rungs, rungsOf } from './rungs.ts';

/** One look at a case: its facts and ladder, and what time it is where the customer works. */
export interface Look {
  readonly facts: CaseFacts;
  readonly rungs: Rungs;
  readonly calendar: Calendar;
  readonly now: Date;
  readonly today: BusinessDate;
  /** `HH:MM` on the customer's wall. */
  readonly time: string;
  /** Whether today is an open day there. */
  readonly open: boolean;
  /**
   * By position, for steps that count from the due date: the last effective due date for which the step's day has
   * come. So a step is found to be due by comparing two days, however many invoices there are.
   */
  readonly lastDue: readonly (BusinessDate | undefined)[];
  /** The ledger's data are older than one business day: what it calls open may be paid. */
  readonly stale: boolean;
}

export function lookAt(ladder: Ladder, facts: CaseFacts, now: Date): Look {
  const { calendar } = facts;
  const today = dateIn(calendar.zone, now);
  const time = timeIn(calendar.zone, now);
  const open = isOpen(calendar, today);
  const rungs = rungsOf(ladder);
  const lastDue = lastDueDates(rungs, calendar, today);
  return { facts, rungs, calendar, now, today, time, open, lastDue, stale: isStale(facts, today) };
}

function lastDueDates(rungs: Rungs, calendar: Calendar, today: BusinessDate): Look['lastDue'] {
  return rungs.all.map(({ after, step }) =>
    after === undefined ? lastStart(calendar, today, step.offset) : undefined,
  );
}

function isStale({ ledgerCovers, calendar }: CaseFacts, today: BusinessDate): boolean {
  return ledgerCovers === undefined || ledgerCovers < addBusinessDays(calendar, today, -1);
}
