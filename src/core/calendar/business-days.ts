import { addDays, type BusinessDate, daysBetween } from './business-date.ts';
import { closedDays } from './closed-days.ts';

/** Where a customer or a colleague works: country as ISO 3166-1 alpha-2, region by ISO 3166-2 (`BY` or `DE-BY`), IANA zone. */
export interface Calendar {
  readonly country: string;
  readonly region?: string;
  readonly zone: string;
}

/** Neither weekend nor a whole-day holiday. Throws `invalid` for a country or region without known holidays. */
export function isOpen(cal: Calendar, d: BusinessDate): boolean {
  return !closedDays(cal.country, cal.region, yearOf(d)).has(d);
}

/** `d` itself if it is open, else the next open day. */
export function nextOpen(cal: Calendar, d: BusinessDate): BusinessDate {
  let day = d;
  while (!isOpen(cal, day)) day = addDays(day, 1);
  return day;
}

/** `d` itself if it is open, else the last open day before it. */
export function previousOpen(cal: Calendar, d: BusinessDate): BusinessDate {
  let day = d;
  while (!isOpen(cal, day)) day = addDays(day, -1);
  return day;
}

/**
 * The open day `n` business days later, or earlier when negative. A closed day counts as the next open one, so the
 * first business day after a Saturday is Tuesday.
 */
export function addBusinessDays(cal: Calendar, d: BusinessDate, n: number): BusinessDate {
  let day = nextOpen(cal, d);
  for (let left = n; left > 0; left -= 1) day = nextOpen(cal, addDays(day, 1));
  for (let left = n; left < 0; left += 1) day = previousOpen(cal, addDays(day, -1));
  return day;
}

/**
 * The `n` for which `addBusinessDays(cal, a, n)` is `b` (or the open day after it); negative when `b` is earlier.
 * Subtracts the closed days instead of walking: old invoices are asked for their age at every tick.
 */
export function businessDaysBetween(cal: Calendar, a: BusinessDate, b: BusinessDate): number {
  if (b < a) return 0 - businessDaysBetween(cal, b, a);
  let closed = 0;
  for (let year = yearOf(a); year <= yearOf(b); year += 1) {
    for (const day of closedDays(cal.country, cal.region, year)) if (a <= day && day < b) closed += 1;
  }
  return daysBetween(a, b) - closed;
}

/**
 * The day on which payment is really due: a due date on a closed day moves to the next open one. So § 193 BGB in
 * Germany, article 3(4) of Regulation 1182/71 in Union law, and common practice where the contract is silent.
 */
export function effectiveDueDate(cal: Calendar, due: BusinessDate): BusinessDate {
  return nextOpen(cal, due);
}

function yearOf(d: BusinessDate): number {
  return Number(d.slice(0, 4));
}
