import { addDays, type BusinessDate } from '../calendar/business-date.ts';
import { type Calendar, isOpen, nextOpen } from '../calendar/business-days.ts';
import { type Hours, windowOn } from '../calendar/hours.ts';
import { dateIn } from '../calendar/zone.ts';
import { callingHours } from './calling.ts';
import { quarterFrom } from './quarter.ts';

/** Outcomes of a call in which nobody was reached who could answer. */
export type Unreached = 'no answer' | 'voicemail' | 'wrong number';

export type AfterOutcome =
  /** Try again, in these hours of the customer. */
  | { readonly kind: 'retry'; readonly due: Date; readonly deadline: Date }
  /** Nobody can be reached there: another person or number is needed first. */
  | { readonly kind: 'another contact' };

/** After as many attempts that reached nobody, the contact is the wrong one. */
export const mostAttempts = 3;

const waitMinutes = 120;

/** What is left of the hours must be enough to try in. */
const leastMinutes = 60;

/**
 * What a call's outcome asks for next. Nobody reached: again the same day, two hours later if that is well inside
 * the hours, else in the next business day's; after the second attempt always then; after the third somebody else.
 * @param attempts made so far, this one included
 * @param hours of the customer in which to call
 */
export function retryAfterOutcome(
  outcome: Unreached,
  attempts: number,
  calendar: Calendar,
  now: Date,
  hours: Hours = callingHours,
): AfterOutcome {
  switch (outcome) {
    case 'wrong number':
      return { kind: 'another contact' };
    case 'no answer':
    case 'voicemail':
      if (attempts >= mostAttempts) return { kind: 'another contact' };
      return (attempts === 1 ? laterToday(hours, calendar, now) : undefined) ?? nextDay(hours, calendar, now);
  }
}

function laterToday(hours: Hours, calendar: Calendar, now: Date): AfterOutcome | undefined {
  const today = dateIn(calendar.zone, now);
  if (!isOpen(calendar, today)) return undefined;
  const { from, to } = windowOn(calendar, today, hours);
  const due = new Date(Math.max(from.getTime(), quarterFrom(wholeMinute(now) + waitMinutes * msPerMinute)));
  return to.getTime() - due.getTime() < leastMinutes * msPerMinute
    ? undefined
    : { kind: 'retry', due, deadline: to };
}

function nextDay(hours: Hours, calendar: Calendar, now: Date): AfterOutcome {
  const on: BusinessDate = nextOpen(calendar, addDays(dateIn(calendar.zone, now), 1));
  const { from, to } = windowOn(calendar, on, hours);
  return { kind: 'retry', due: from, deadline: to };
}

/** Whoever presses at nine sharp is called back at eleven, whatever the second. */
function wholeMinute(now: Date): number {
  return Math.floor(now.getTime() / msPerMinute) * msPerMinute;
}

const msPerMinute = 60_000;
