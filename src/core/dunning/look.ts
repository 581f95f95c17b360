import type { BusinessDate } from '../calendar/business-date.ts';
import { addBusinessDays, type Calendar, isOpen } from '../calendar/business-days.ts';
import { dateIn, timeIn } from '../calendar/zone.ts';
import type { CaseFacts } from './facts.ts';
import type { Ladder } from './ladder.ts';
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
  /** The ledger's data are older than one business day: what it calls open may be paid. */
  readonly stale: boolean;
}

export function lookAt(ladder: Ladder, facts: CaseFacts, now: Date): Look {
  const { calendar } = facts;
  const today = dateIn(calendar.zone, now);
  const time = timeIn(calendar.zone, now);
  const open = isOpen(calendar, today);
  return { facts, rungs: rungsOf(ladder), calendar, now, today, time, open, stale: isStale(facts, today) };
}

function isStale({ ledgerCovers, calendar }: CaseFacts, today: BusinessDate): boolean {
  return ledgerCovers === undefined || ledgerCovers < addBusinessDays(calendar, today, -1);
}
