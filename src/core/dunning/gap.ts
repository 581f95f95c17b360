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
  step: Pick<Step, 'sequence' | 'gapBusinessDays'> = {},
): BusinessDate | undefined {
  const last = look.facts.lastContact;
  if (last === undefined || isFree(last, position, step)) return undefined;
  const sameSequence = step.sequence !== undefined && step.sequence === last.sequence;
  if (sameSequence && look.today <= last.on) return last.on === look.today ? undefined : last.on;
  return ifToCome(look, addBusinessDays(look.calendar, last.on, gapOf(look, step)));
}

/**
 * The same for a call after a call back that was made. That one was a contact, so the gap counts from it, too; and
 * nobody is called twice on a day, however strong the second call is.
 */
export function callBackGapEnd(
  look: Look,
  position: number,
  step: Pick<Step, 'gapBusinessDays'>,
): BusinessDate | undefined {
  const made = look.facts.calledBack;
  if (made === undefined) return undefined;
  const gap = isFree(made, position, step) ? 1 : Math.max(1, gapOf(look, step));
  return ifToCome(look, addBusinessDays(look.calendar, made.on, gap));
}

function isFree(
  last: { readonly position: number },
  position: number,
  { gapBusinessDays }: Pick<Step, 'gapBusinessDays'>,
): boolean {
  return gapBusinessDays === undefined && position > last.position;
}

function gapOf({ rungs }: Look, { gapBusinessDays }: Pick<Step, 'gapBusinessDays'>): number {
  return gapBusinessDays ?? rungs.minimumGapBusinessDays;
}

function ifToCome({ today }: Look, day: BusinessDate): BusinessDate | undefined {
  return today < day ? day : undefined;
}
