import { replaceRoutines } from '../../../db/queries/routine/plan.ts';
import { addDays, type BusinessDate } from '../../core/calendar/business-date.ts';
import { type Calendar, nextOpen } from '../../core/calendar/business-days.ts';
import { dateIn, instantAt } from '../../core/calendar/zone.ts';
import { backOn } from '../../core/task/presence.ts';
import { type Absence, absencesOf, isWorking, presenceOf } from '../member/presence.ts';
import { type Member, roster } from '../member/roster.ts';
import { calendarOf, type Scope } from '../scope.ts';

/** When the morning list comes, in the member's own zone. */
const morning = '09:00';

/**
 * Puts the digest, the auditor and everybody's morning list on the calendar anew: called when people, hours or zones change.
 * What is due is done first.
 */
export async function planRoutines(scope: Scope): Promise<void> {
  const everybody = [...(await roster(scope)).values()];
  const people = everybody.filter((person) => person.active);
  const planned = [
    { key: 'digest', kind: 'digest' as const, memberId: null, nextAt: nextDigest(scope, scope.now) },
    // At the digest's hour: a message about what went wrong in the night wakes nobody.
    { key: 'auditor', kind: 'auditor' as const, memberId: null, nextAt: nextDigest(scope, scope.now) },
    ...people.map((person) => ({
      key: `morning:${person.id}`,
      kind: 'morning list' as const,
      memberId: person.id,
      nextAt: nextMorning(person, scope.now),
    })),
    ...everybody.flatMap((person) => absencesOf(person).flatMap((absence) => turnsOf(person, absence))),
  ];
  await replaceRoutines(scope.tx, planned, scope.now);
  scope.wake('tick');
}

/**
 * The two moments of an absence: the first of its first day, when what cannot wait changes hands, and the morning on
 * which the person is back. Doing the first twice changes nothing, so it is planned however long ago it was.
 */
function turnsOf(person: Member, { row, from, to }: Absence) {
  const back = backOn(presenceOf(person), to);
  const hour = person.worksFrom < morning ? person.worksFrom : morning;
  const turn = (kind: 'away' | 'back', nextAt: Date) => ({
    key: `${kind}:${row.id}`,
    kind,
    memberId: person.id,
    nextAt,
  });
  return [
    turn('away', instantAt(person.zone, from, '00:00')),
    turn('back', instantAt(person.zone, back, hour)),
  ];
}

/** The next digest hour of an open day, strictly after `after`. */
export function nextDigest(scope: Scope, after: Date): Date {
  return nextAtHour(scope.calendar, scope.workspace.digestAt, after);
}

/** The member's next nine o'clock on a day they work, strictly after `after`. */
export function nextMorning(person: Member, after: Date): Date {
  return nextAtHour(calendarOf(person), morning, after);
}

/** When their list of the day that `at` lies in comes; undefined on a day they do not work. */
export function morningOf(person: Member, at: Date): Date | undefined {
  return isWorking(person, at) ? morningAt(person, dateIn(person.zone, at)) : undefined;
}

/** The hour of their list on a day. */
export function morningAt({ zone }: Member, day: BusinessDate): Date {
  return instantAt(zone, day, morning);
}

function nextAtHour(calendar: Calendar, hour: string, after: Date): Date {
  const today = dateIn(calendar.zone, after);
  const first = instantAt(calendar.zone, nextOpen(calendar, today), hour);
  if (first.getTime() > after.getTime()) return first;
  return instantAt(calendar.zone, nextOpen(calendar, addDays(today, 1)), hour);
}
