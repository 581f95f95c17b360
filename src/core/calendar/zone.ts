import { tzOffset } from '@date-fns/tz';
import { DomainError } from '../error.ts';
import { quoted } from '../reading/quoted.ts';
import type { BusinessDate } from './business-date.ts';

/** The day it is in an IANA zone at an instant. Throws `invalid` for an unknown zone, as do the functions below. */
export function dateIn(zone: string, instant: Date): BusinessDate {
  return wallClock(zone, instant).slice(0, 10) as BusinessDate;
}

/** The time on the wall in a zone at an instant, `HH:MM`. */
export function timeIn(zone: string, instant: Date): string {
  return wallClock(zone, instant).slice(11, 16);
}

/**
 * The instant at which clocks in the zone show this day and time. When clocks jump over it: the moment they jump;
 * when they show it twice: the first time.
 */
export function instantAt(zone: string, date: BusinessDate, time: string): Date {
  const wall = Date.parse(`${date}T${checkedTime(time)}Z`);
  const before = offset(zone, wall - msPerDay);
  const after = offset(zone, wall + msPerDay);
  const shown = [wall - before, wall - after].filter((instant) => instant + offset(zone, instant) === wall);
  return new Date(shown.length > 0 ? Math.min(...shown) : jumpBetween(zone, wall - after, wall - before));
}

/** The first instant with the later offset: `early` still has the old one, `late` the new. */
function jumpBetween(zone: string, early: number, late: number): number {
  const old = offset(zone, early);
  let [low, high] = [early, late];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(zone, middle) === old) low = middle;
    else high = middle;
  }
  return high;
}

const msPerDay = 86_400_000;

function wallClock(zone: string, instant: Date): string {
  const time = instant.getTime();
  return new Date(time + offset(zone, time)).toISOString();
}

/** Milliseconds east of UTC. */
function offset(zone: string, instant: number): number {
  assertZone(zone);
  return Math.round(tzOffset(zone, new Date(instant)) * 60_000);
}

const knownZones = new Set<string>();

function assertZone(zone: string): void {
  if (knownZones.has(zone)) return;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw new DomainError(
      'invalid',
      `${quoted(zone)} is not a time zone. Write its IANA name, for example Europe/Berlin.`,
    );
  }
  knownZones.add(zone);
}

function checkedTime(time: string): string {
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return time;
  throw new DomainError(
    'invalid',
    `${quoted(time)} is not a time of day. Write hours and minutes, for example 09:30.`,
  );
}
