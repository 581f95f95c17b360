import { addDays, type BusinessDate } from '../calendar/business-date.ts';
import { addBusinessDays, type Calendar } from '../calendar/business-days.ts';
import type { RestedDays } from './facts.ts';

/**
 * The business day on which `days` business days of waiting have passed since `from`. Days at rest do not count:
 * a customer who had our word until the 20th was not left waiting until then.
 */
export function waitBusinessDays(
  cal: Calendar,
  from: BusinessDate,
  days: number,
  rested: readonly RestedDays[],
): BusinessDate {
  if (rested.length === 0) return addBusinessDays(cal, from, days);
  let day = addBusinessDays(cal, from, 0);
  for (let left = days; left > 0; left -= 1) day = nextWaitingDay(cal, day, rested);
  return day;
}

function nextWaitingDay(cal: Calendar, from: BusinessDate, rested: readonly RestedDays[]): BusinessDate {
  let day = addBusinessDays(cal, from, 1);
  for (let stretch = restOn(day, rested); stretch !== undefined; stretch = restOn(day, rested)) {
    day = addBusinessDays(cal, addDays(stretch.to, 1), 0);
  }
  return day;
}

function restOn(day: BusinessDate, rested: readonly RestedDays[]): RestedDays | undefined {
  return rested.find(({ from, to }) => from <= day && day <= to);
}
