import { addDays, type BusinessDate } from '../calendar/business-date.ts';
import { addBusinessDays, type Calendar, isOpen } from '../calendar/business-days.ts';
import { type Hours, overlap, type Window, windowOn } from '../calendar/hours.ts';
import { dateIn, instantAt } from '../calendar/zone.ts';
import { callingHours, widestHours } from './calling.ts';
import type { Level } from './enforce.ts';
import { type Presence, worksOn } from './presence.ts';

/**
 * The deadline of a task that somebody gets now, in their own calendar and hours. A manager has until the evening of
 * the next business day. Anybody else has until the first noon or evening (of 9 to 5: 12:00, 17:00) of a day on which
 * they work that leaves them half a working day: taken over at 11:00, today 17:00; at 16:00, tomorrow 12:00; at night,
 * tomorrow 17:00.
 *
 * A call has to be possible, too: its deadline lies in the hours in which customers are called, and leaves an hour of
 * theirs that is the person's as well. Where the two never meet, the person's own hours count: nothing waits for ever.
 * @param customer the calendar of whoever is to be called
 */
export function nextDeadline(level: Level, person: Presence, now: Date, customer?: Calendar): Date {
  const calls = customer === undefined ? [] : [callingHours, widestHours].map(callsTo(customer));
  return (
    [...calls, always].reduce<Date | undefined>(
      (found, possible) => found ?? deadlineWhen(possible, level, person, now),
      undefined,
    ) ?? nextEvening(person, now)
  );
}

/** The parts of a stretch of time in which the work can be done. */
type Possible = (stretch: Window) => readonly Window[];

const always: Possible = (stretch) => [stretch];

const callsTo =
  (customer: Calendar) =>
  (hours: Hours): Possible =>
  (stretch) => {
    const days = new Set([stretch.from, stretch.to].map((instant) => dateIn(customer.zone, instant)));
    return [...days]
      .filter((on) => isOpen(customer, on))
      .flatMap((on) => overlap(windowOn(customer, on, hours), stretch) ?? []);
  };

/** Two people who share no hour in as long as this share none. */
const daysAhead = 31;

const leastPossible = 60 * 60_000;

function deadlineWhen(possible: Possible, level: Level, person: Presence, now: Date): Date | undefined {
  const today = dateIn(person.calendar.zone, now);
  const first = level === 'manager' ? addBusinessDays(person.calendar, today, 1) : today;
  const enough = level === 'manager' ? 0 : halfOf(person.hours);
  const last = addDays(first, daysAhead);
  let [worked, open] = [0, 0];
  for (let on = first; on <= last; on = addDays(on, 1)) {
    if (!worksOn(person, on)) continue;
    for (const half of level === 'manager' ? [person.hours] : halvesOf(person.hours)) {
      const left = leftOf(windowOn(person.calendar, on, half), now);
      const parts = left.flatMap(possible);
      worked += lengthOf(left);
      open += lengthOf(parts);
      const end = parts.at(-1)?.to;
      if (end !== undefined && worked >= enough && open >= leastPossible) return end;
    }
  }
  return undefined;
}

/** For somebody who is away for longer than anybody plans and whose place nobody takes. */
function nextEvening({ calendar, hours }: Presence, now: Date): Date {
  const on: BusinessDate = addBusinessDays(calendar, dateIn(calendar.zone, now), 1);
  return instantAt(calendar.zone, on, hours.to);
}

const noon = '12:00';

/** Whoever works only before or only after noon has one half. */
function halvesOf({ from, to }: Hours): readonly Hours[] {
  if (to <= noon || from >= noon) return [{ from, to }];
  return [
    { from, to: noon },
    { from: noon, to },
  ];
}

function halfOf({ from, to }: Hours): number {
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return (minutes(to) - minutes(from)) * 30_000;
}

function leftOf(window: Window, now: Date): readonly Window[] {
  const left = overlap(window, { from: now, to: window.to });
  return left === undefined ? [] : [left];
}

function lengthOf(windows: readonly Window[]): number {
  return windows.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0);
}
