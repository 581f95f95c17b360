import { addDays, type BusinessDate } from '../calendar/business-date.ts';
import { type Calendar, isOpen } from '../calendar/business-days.ts';
import { contains, type Hours, overlap, type Window, windowOn } from '../calendar/hours.ts';
import { dateIn } from '../calendar/zone.ts';

/** Days on which somebody is away, both included, in their own calendar. */
export interface Away {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/** Where and when a person works. */
export interface Presence {
  readonly calendar: Calendar;
  readonly hours: Hours;
  readonly away: readonly Away[];
}

/** Less of a task's time than this is not enough to do it in. */
const leastMinutes = 30;

/**
 * Whether somebody can do a task in its time: half an hour of it (or all, if it is shorter) must lie in their hours on
 * one day on which they work.
 */
export function canWorkIn(person: Presence, window: Window): boolean {
  const least = Math.min(leastMinutes * 60_000, window.to.getTime() - window.from.getTime());
  const last = dateIn(person.calendar.zone, window.to);
  for (let on = dateIn(person.calendar.zone, window.from); on <= last; on = addDays(on, 1)) {
    if (!worksOn(person, on)) continue;
    const shared = overlap(windowOn(person.calendar, on, person.hours), window);
    if (shared !== undefined && shared.to.getTime() - shared.from.getTime() >= least) return true;
  }
  return false;
}

/** Whether it is a day on which somebody works: open where they are, and they are not away. */
export function worksOn({ calendar, away }: Presence, on: BusinessDate): boolean {
  return isOpen(calendar, on) && awayOn(away, on) === undefined;
}

/** Whether somebody is at work at an instant: in their hours, on a day on which they work. */
export function isAtWork(person: Presence, at: Date): boolean {
  const on = dateIn(person.calendar.zone, at);
  return worksOn(person, on) && contains(windowOn(person.calendar, on, person.hours), at);
}

/** The instant itself for somebody who is at work then, else the moment at which they next begin. */
export function nextAtWork(person: Presence, at: Date): Date {
  if (isAtWork(person, at)) return at;
  for (let on = dateIn(person.calendar.zone, at); ; on = addDays(on, 1)) {
    const { from } = windowOn(person.calendar, on, person.hours);
    if (from > at && worksOn(person, on)) return from;
  }
}

/** The absence that a day lies in. */
export function awayOn<A extends Away>(away: readonly A[], on: BusinessDate): A | undefined {
  return away.find(({ from, to }) => from <= on && on <= to);
}

/** The first day after a day on which somebody works again. */
export function backOn(person: Presence, after: BusinessDate): BusinessDate {
  let day = addDays(after, 1);
  while (!worksOn(person, day)) day = addDays(day, 1);
  return day;
}
