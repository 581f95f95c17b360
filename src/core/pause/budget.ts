import { addDays, type BusinessDate } from '../calendar/business-date.ts';
import { formatDate } from '../calendar/format-date.ts';

export interface PauseProposal {
  /** A rep has a budget; a lead, or whoever stands above, has none. */
  readonly role: 'rep' | 'lead';
  readonly today: BusinessDate;
  /** The first day that is pressed again. */
  readonly untilDay: BusinessDate;
  /** Pauses that reps took already of what is open now. */
  readonly used: number;
}

/**
 * The 48 hours that a rep may pause. Pauses are of whole days of the customer: one made today is over with the second
 * day after today, whose hours begin at most 48 hours from now.
 */
export const repPauseDays = 2;

/** Longer is no pause: it is a promise, a plan or a full stop. */
const longestDays = 90;

/** Why nobody can pause until that day; undefined when it is possible. */
export function impossiblePause(today: BusinessDate, untilDay: BusinessDate): string | undefined {
  const day = formatDate(untilDay, { today });
  if (untilDay <= today) return `A pause until ${day} is over already: choose tomorrow or later.`;
  const last = addDays(today, longestDays);
  if (untilDay <= last) return undefined;
  return `A pause until ${day} is longer than ${longestDays} days: choose ${formatDate(last, { today })} or earlier, or agree on a plan.`;
}

/** What of a rep's budget is exceeded, so that a lead has to grant it; undefined when nothing is. */
export function beyondBudget({ role, today, untilDay, used }: PauseProposal): string | undefined {
  if (role === 'lead') return undefined;
  const last = addDays(today, repPauseDays);
  if (used > 0) return 'A rep may pause a case once, and this one was paused before.';
  if (untilDay > last) return `A rep may pause for 48 hours, until ${formatDate(last, { today })}.`;
  return undefined;
}
