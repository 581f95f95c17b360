import type { BusinessDate } from '../calendar/business-date.ts';
import { addBusinessDays } from '../calendar/business-days.ts';
import type { Step } from './ladder.ts';
import type { Look } from './look.ts';

/**
 * The day from which a contact at this position may be made, if that is still to come. A customer is left in peace
 * for the minimum gap after a contact, whatever case it was about; only a stronger one does not wait, and the steps
 * of one sequence on one day are one contact. A step's own gap is kept by that step, however strong it is. That day may be ahead: a call raised in the evening is for tomorrow.
 */
export function gapEnd(
  look: Look,
  position: number,
  { sequence, gapBusinessDays }: Pick<Step, 'sequence' | 'gapBusinessDays'> = {},
): BusinessDate | undefined {
  const last = look.facts.lastContact;
  if (last === undefined || (gapBusinessDays === undefined && position > last.position)) return undefined;
  const sameSequence = sequence !== undefined && sequence === last.sequence;
  if (sameSequence && look.today <= last.on) return last.on === look.today ? undefined : last.on;
  const end = addBusinessDays(look.calendar, last.on, gapBusinessDays ?? look.rungs.minimumGapBusinessDays);
  return look.today < end ? end : undefined;
}
