import { addDays, type BusinessDate } from '../calendar/business-date.ts';
import { addBusinessDays, type Calendar, nextOpen } from '../calendar/business-days.ts';
import { type Hours, overlap, windowOn } from '../calendar/hours.ts';
import { dateIn, instantAt } from '../calendar/zone.ts';
import type { Level } from './enforce.ts';

/**
 * The deadline of a task that somebody gets now, in their own calendar and hours. A manager has until the evening of
 * the next business day. Anybody else has until the first noon or evening (of 9 to 5: 12:00, 17:00) of a business day
 * that leaves them half a working day: taken over at 11:00, today 17:00; at 16:00, tomorrow 12:00; at night, tomorrow
 * 17:00.
 */
export function nextDeadline(level: Level, calendar: Calendar, now: Date, hours: Hours = officeHours): Date {
  const today = dateIn(calendar.zone, now);
  if (level === 'manager') return instantAt(calendar.zone, addBusinessDays(calendar, today, 1), hours.to);
  let worked = 0;
  for (let on = nextOpen(calendar, today); ; on = nextOpen(calendar, addDays(on, 1))) {
    for (const half of halvesOf(hours)) {
      worked += millisecondsLeft(calendar, on, half, now);
      if (worked >= halfOf(hours)) return instantAt(calendar.zone, on, half.to);
    }
  }
}

const officeHours: Hours = { from: '09:00', to: '17:00' };

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
