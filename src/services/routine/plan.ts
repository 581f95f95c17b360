import { replaceRoutines } from '../../../db/queries/routine/plan.ts';
import { addDays } from '../../core/calendar/business-date.ts';
import { type Calendar, nextOpen } from '../../core/calendar/business-days.ts';
import { dateIn, instantAt } from '../../core/calendar/zone.ts';
import { type Member, roster } from '../member/roster.ts';
import { calendarOf, type Scope } from '../scope.ts';

/** When the morning list comes, in the member's own zone. */
const morning = '09:00';

/**
 * Puts the digest and everybody's morning list on the calendar anew: called when people, hours or zones change.
 * What is due is done first.
 */
export async function planRoutines(scope: Scope): Promise<void> {
  const people = [...(await roster(scope)).values()].filter((person) => person.active);
  const planned = [
    { key: 'digest', kind: 'digest' as const, memberId: null, nextAt: nextDigest(scope, scope.now) },
    ...people.map((person) => ({
      key: `morning:${person.id}`,
      kind: 'morning list' as const,
      memberId: person.id,
      nextAt: nextMorning(person, scope.now),
    })),
  ];
  await replaceRoutines(scope.tx, planned, scope.now);
  scope.wake('tick');
}

/** The next digest hour of an open day, strictly after `after`. */
export function nextDigest(scope: Scope, after: Date): Date {
  return nextAtHour(scope.calendar, scope.workspace.digestAt, after);
}

/** The member's next nine o'clock on a day they work, strictly after `after`. */
export function nextMorning(person: Member, after: Date): Date {
  return nextAtHour(calendarOf(person), morning, after);
}

function nextAtHour(calendar: Calendar, hour: string, after: Date): Date {
  const today = dateIn(calendar.zone, after);
  const first = instantAt(calendar.zone, nextOpen(calendar, today), hour);
  if (first.getTime() > after.getTime()) return first;
  return instantAt(calendar.zone, nextOpen(calendar, addDays(today, 1)), hour);
}
