import { dayIn, timeOfDay } from '../time/format.ts';

/**
 * The instant at which it is that day ("2026-11-27") and time ("09:00") in the zone. A time that a clock change
 * skips gives the one an hour beside it.
 */
export function instantAt(day: string, time: string, zone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  // The second look corrects a first guess on the other side of a clock change.
  const guess = wanted - offsetAt(wanted, zone);
  return new Date(wanted - offsetAt(guess, zone));
}

/** How far the zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(epochMs: number, zone: string): number {
  const instant = new Date(epochMs);
  const minute = Math.floor(epochMs / 60_000) * 60_000;
  return Date.parse(`${dayIn(instant, zone)}T${timeOfDay(instant, zone)}:00Z`) - minute;
}
