import { addDays, type BusinessDate } from '../calendar/business-date.ts';
import { addBusinessDays, type Calendar, nextOpen } from '../calendar/business-days.ts';
import { overlap, windowOn } from '../calendar/hours.ts';
import { dateIn, instantAt } from '../calendar/zone.ts';
import type { Level } from './enforce.ts';

/**
 * The deadline of a task that somebody gets now, in their own calendar. A manager has until 17:00 of the next
 * business day. Anybody else has until the first noon or evening (12:00, 17:00) of a business day that leaves them
 * half a working day: taken over at 11:00, today 17:00; at 16:00, tomorrow 12:00; at night, tomorrow 17:00.
 */
export function nextDeadline(level: Level, calendar: Calendar, now: Date): Date {
  const today = dateIn(calendar.zone, now);
  if (level === 'manager') return instantAt(calendar.zone, addBusinessDays(calendar, today, 1), dayEnd);
  let worked = 0;
  for (let on = nextOpen(calendar, today); ; on = nextOpen(calendar, addDays(on, 1))) {
    for (const half of halves) {
      worked += millisecondsLeft(calendar, on, half, now);
      if (worked >= halfDay) return instantAt(calendar.zone, on, half.to);
    }
  }
}

const dayEnd = '17:00';

const halves = [
  { from: '09:00', to: '12:00' },
  { from: '12:00', to: dayEnd },
] as const;

const halfDay = 4 * 3_600_000;

function millisecondsLeft(
  calendar: Calendar,
  on: BusinessDate,
  hours: { readonly from: string; readonly to: string },
  now: Date,
): number {
  const window = windowOn(calendar, on, hours);
  const left = overlap(window, { from: now, to: window.to });
  return left === undefined ? 0 : left.to.getTime() - left.from.getTime();
}
