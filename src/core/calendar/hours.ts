import { DomainError } from '../error.ts';
import { addDays, type BusinessDate } from './business-date.ts';
import { type Calendar, isOpen, nextOpen } from './business-days.ts';
import { dateIn, instantAt } from './zone.ts';

/** Times on the wall, `HH:MM`, the same day; `to` is no longer inside. */
export interface Hours {
  readonly from: string;
  readonly to: string;
}

/** A stretch of time; `to` is no longer inside. */
export interface Window {
  readonly from: Date;
  readonly to: Date;
}

/** Whether the instant falls on an open day of the calendar and inside the hours. */
export function isWithin(cal: Calendar, hours: Hours, instant: Date): boolean {
  const date = dateIn(cal.zone, instant);
  return isOpen(cal, date) && contains(windowOn(cal, date, hours), instant);
}

/** The instant itself if it is within the hours of an open day, else the moment at which the next such hours begin. */
export function nextOpenInstant(cal: Calendar, hours: Hours, instant: Date): Date {
  for (let date = nextOpen(cal, dateIn(cal.zone, instant)); ; date = nextOpen(cal, addDays(date, 1))) {
    const window = windowOn(cal, date, hours);
    if (contains(window, instant)) return instant;
    if (instant < window.from && window.from < window.to) return window.from;
  }
}

/**
 * The hours on a day, open or not, as instants in the calendar's zone. Hours that the clocks jump over come out
 * empty. Throws `invalid` when the hours end before they begin.
 */
export function windowOn(cal: Calendar, date: BusinessDate, { from, to }: Hours): Window {
  const window = { from: instantAt(cal.zone, date, from), to: instantAt(cal.zone, date, to) };
  if (from < to) return window;
  throw new DomainError('invalid', `Hours from ${from} to ${to} are empty: let them end later the same day.`);
}

/** What two windows share; undefined when that is nothing. */
export function overlap(a: Window, b: Window): Window | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from < to ? { from, to } : undefined;
}

/** Whether an instant lies in a window. */
export function contains({ from, to }: Window, instant: Date): boolean {
  return from <= instant && instant < to;
}
