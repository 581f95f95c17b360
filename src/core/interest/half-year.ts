import { type BusinessDate, businessDate } from '../calendar/business-date.ts';

/** The 1 January or 1 July on or before a day: reference rates are fixed for half-years. */
export function halfYearOf(day: BusinessDate): BusinessDate {
  const year = day.slice(0, 4);
  return businessDate(Number(day.slice(5, 7)) < 7 ? `${year}-01-01` : `${year}-07-01`);
}

/** The first day of the half-year after the one that holds this day. */
export function nextHalfYear(day: BusinessDate): BusinessDate {
  const year = Number(day.slice(0, 4));
  return businessDate(Number(day.slice(5, 7)) < 7 ? `${year}-07-01` : `${year + 1}-01-01`);
}
