import { addDays, type BusinessDate } from '../calendar/business-date.ts';
import { nextOpen } from '../calendar/business-days.ts';
import type { Hours } from '../calendar/hours.ts';
import { instantAt } from '../calendar/zone.ts';
import type { Look } from './look.ts';

/** A day and a time (`HH:MM`) in the customer's zone. Instants are made of them only at the end: that is dear. */
export interface Moment {
  readonly on: BusinessDate;
  readonly at: string;
}

/**
 * A call that opens with less than this left of its hours could only be missed, so it opens in the next ones.
 */
const leastCallMinutes = 60;

/** Whether a call can be opened today: the owner finds it in the morning's list, so before its hours is in time. */
export function callFits({ open, time }: Look, { to, from }: Hours): boolean {
  return open && (time <= from || minutesOf(to) - minutesOf(time) >= leastCallMinutes);
}

/** Whether a letter can go now. */
export function isInside({ open, time }: Look, { from, to }: Hours): boolean {
  return open && from <= time && time < to;
}

/** When hours begin next, today or on a later open day. */
export function nextStart(look: Look, { from }: Hours): Moment {
  if (look.open && look.time < from) return { on: look.today, at: from };
  return { on: nextOpen(look.calendar, addDays(look.today, 1)), at: from };
}

export function startOf(on: BusinessDate): Moment {
  return { on, at: '00:00' };
}

/**
 * When to look again because of something that can happen at a moment. On a later day that is the day's first
 * moment: calls open then, and whether the ledger is stale changes then.
 */
export function wakeFor(look: Look, moment: Moment): Moment {
  return moment.on > look.today ? startOf(moment.on) : moment;
}

export function instantOf({ calendar }: Look, { on, at }: Moment): Date {
  return instantAt(calendar.zone, on, at);
}

export function isBefore(a: Moment, b: Moment): boolean {
  return a.on === b.on ? a.at < b.at : a.on < b.on;
}

/** Minutes since midnight of a time on the wall. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The time on the wall so many minutes after midnight. */
export function timeOf(minutes: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
