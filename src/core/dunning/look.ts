import type { BusinessDate } from '../calendar/business-date.ts';
import { addBusinessDays, type Calendar, isOpen } from '../calendar/business-days.ts';
import { dateIn, timeIn } from '../calendar/zone.ts';
import type { CaseFacts } from './facts.ts';
import type { Ladder } from './ladder.ts';
import { lastStart } from './offset.ts';
import { type Rung, type Rungs, rungsOf } from './rungs.ts';

/** One look at a case: its facts and ladder, and what time it is where the customer works. */
export interface Look {
  readonly facts: CaseFacts;
  readonly ladder: Ladder;
  /** All steps of the ladder, on this case's way or not. */
  readonly rungs: Rungs;
  readonly calendar: Calendar;
  readonly now: Date;
  readonly today: BusinessDate;
  /** `HH:MM` on the customer's wall. */
  readonly time: string;
  /** What `lastStartOf` has reckoned. */
  readonly lastStarts: Map<Rung, BusinessDate>;
  /** Whether today is an open day there. */
  readonly open: boolean;
  /** The ledger's data are older than one business day: what it calls open may be paid. */
  readonly stale: boolean;
}

export function lookAt(ladder: Ladder, facts: CaseFacts, now: Date): Look {
  const { calendar } = facts;
  const today = dateIn(calendar.zone, now);
  const time = timeIn(calendar.zone, now);
  const open = isOpen(calendar, today);
  const rungs = rungsOf(ladder);
  const lastStarts = new Map<Rung, BusinessDate>();
  return { facts, ladder, rungs, calendar, now, today, time, open, lastStarts, stale: isStale(facts, today) };
}

/**
 * For a step that counts from a date of the invoice: the last such date for which its day has come. So a step is found
 * to be due by comparing two days, however many invoices there are.
 */
export function lastStartOf({ calendar, today, lastStarts }: Look, rung: Rung): BusinessDate {
  const known = lastStarts.get(rung);
  if (known !== undefined) return known;
  const last = lastStart(calendar, today, rung.step.offset);
  lastStarts.set(rung, last);
  return last;
}

function isStale({ ledgerCovers, calendar }: CaseFacts, today: BusinessDate): boolean {
  return ledgerCovers === undefined || ledgerCovers < addBusinessDays(calendar, today, -1);
}
