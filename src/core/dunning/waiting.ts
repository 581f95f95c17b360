import { addDays, type BusinessDate } from '../calendar/business-date.ts';
import { addBusinessDays, type Calendar, nextOpen } from '../calendar/business-days.ts';
import type { RestedDays } from './facts.ts';
import { dayAt, type Offset } from './offset.ts';

/**
 * The open day on which this long has been waited since `from`. Days at rest do not count: a customer who had our word
 * until the 20th was not left waiting until then.
 */
export function waitFor(
  cal: Calendar,
  from: BusinessDate,
  offset: Offset,
  rested: readonly RestedDays[],
): BusinessDate {
  if (rested.length === 0) return dayAt(cal, from, offset);
  return 'businessDays' in offset
    ? waitBusinessDays(cal, from, offset.businessDays, rested)
    : waitCalendarDays(cal, from, offset.calendarDays, rested);
}

function waitBusinessDays(
  cal: Calendar,
  from: BusinessDate,
  days: number,
  rested: readonly RestedDays[],
): BusinessDate {
  let day = addBusinessDays(cal, from, 0);
  for (let left = days; left > 0; left -= 1) day = openAndAwake(cal, addBusinessDays(cal, day, 1), rested);
  return day;
}

function waitCalendarDays(
  cal: Calendar,
  from: BusinessDate,
  days: number,
  rested: readonly RestedDays[],
): BusinessDate {
  let day = from;
  for (let left = days; left > 0; left -= 1) day = awake(addDays(day, 1), rested);
  return days === 0 ? nextOpen(cal, day) : openAndAwake(cal, nextOpen(cal, day), rested);
}

/** The first day from here on which we work and nothing rests. */
function openAndAwake(cal: Calendar, from: BusinessDate, rested: readonly RestedDays[]): BusinessDate {
  let day = from;
  for (let next = awake(day, rested); next !== day; next = awake(day, rested)) day = nextOpen(cal, next);
  return day;
}

function awake(from: BusinessDate, rested: readonly RestedDays[]): BusinessDate {
  let day = from;
  for (let stretch = restOn(day, rested); stretch !== undefined; stretch = restOn(day, rested))
    day = addDays(stretch.to, 1);
  return day;
}

function restOn(day: BusinessDate, rested: readonly RestedDays[]): RestedDays | undefined {
  return rested.find(({ from, to }) => from <= day && day <= to);
}
