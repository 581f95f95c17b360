import type { AbsenceRow } from '../../../db/schema/index.ts';
import { type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import type { Window } from '../../core/calendar/hours.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { awayOn, canWorkIn, nextAtWork, type Presence, worksOn } from '../../core/task/presence.ts';
import { calendarOf } from '../scope.ts';
import type { Member } from './roster.ts';

/** An absence with its days read. */
export interface Absence {
  readonly row: AbsenceRow;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

export function presenceOf(person: Member): Presence {
  return {
    calendar: calendarOf(person),
    hours: { from: person.worksFrom, to: person.worksTo },
    away: absencesOf(person),
  };
}

export function absencesOf({ absences }: Member): readonly Absence[] {
  return absences.map((row) => ({ row, from: businessDate(row.fromDay), to: businessDate(row.toDay) }));
}

/** The absence that somebody is in at an instant. */
export function absenceAt(person: Member, at: Date): Absence | undefined {
  return awayOn(absencesOf(person), dateIn(person.zone, at));
}

/** A moment stands for its whole day; a window is the time that there is for a task. */
export type When = Date | Window;

/** Whether somebody is active and at work then. */
export function isWorking(person: Member, when: When): boolean {
  if (!person.active) return false;
  const presence = presenceOf(person);
  return when instanceof Date ? worksOn(presence, dateIn(person.zone, when)) : canWorkIn(presence, when);
}

/** When somebody can be told what they did not ask for: at once while they are at work, else when they next begin. */
export function tellableAt(person: Member, now: Date): Date {
  return nextAtWork(presenceOf(person), now);
}

/** Who stands in for somebody then: whom their absence names, else their standing deputy. */
export function deputyOf(person: Member, when: When): number | undefined {
  const absence = absenceAt(person, when instanceof Date ? when : when.from);
  return absence?.row.deputyId ?? person.deputyId ?? undefined;
}
