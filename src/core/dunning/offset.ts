import { addDays, type BusinessDate } from '../calendar/business-date.ts';
import { addBusinessDays, type Calendar, nextOpen, previousOpen } from '../calendar/business-days.ts';

/** How far a step lies from what it counts from, in days of the customer's calendar; negative is before. */
export type Offset = { readonly businessDays: number } | { readonly calendarDays: number };

/** How offsets are written; shown where one cannot be read. */
export const offsetExamples = '"3 business days", "14 calendar days" or "2 weeks"';

/** The farthest a step may lie from what it counts from: about a year, a quarter of one before. */
const farthest = { before: -90, after: 370 };

/** Reads "-3 business days", "1 business day", "14 days", "2 weeks", or an offset as a value; undefined for anything else. */
export function readOffset(written: unknown): Offset | undefined {
  const read = typeof written === 'string' ? ofWords(written) : ofValue(written);
  if (read === undefined) return undefined;
  const days = daysOf(read);
  return Number.isInteger(days) && farthest.before <= days && days <= farthest.after ? read : undefined;
}

/** The number of days, of whichever kind; negative is before. */
export function daysOf(offset: Offset): number {
  return 'businessDays' in offset ? offset.businessDays : offset.calendarDays;
}

/** Calendar days at least, for comparing offsets: five business days take a week. */
export function calendarDaysOf(offset: Offset): number {
  return 'calendarDays' in offset ? offset.calendarDays : Math.trunc((offset.businessDays * 7) / 5);
}

/**
 * The open day that lies this far from a day. Calendar days that end on a closed day land on the next open one; those
 * that count backwards on the one before, so that what is said ahead of a day is still ahead of it.
 */
export function dayAt(calendar: Calendar, from: BusinessDate, offset: Offset): BusinessDate {
  if ('businessDays' in offset) return addBusinessDays(calendar, from, offset.businessDays);
  const day = addDays(from, offset.calendarDays);
  return offset.calendarDays < 0 ? previousOpen(calendar, day) : nextOpen(calendar, day);
}

/** The last day from which counting this far has come by today: the inverse of `dayAt`. */
export function lastStart(calendar: Calendar, today: BusinessDate, offset: Offset): BusinessDate {
  const last = previousOpen(calendar, today);
  if ('businessDays' in offset) return addBusinessDays(calendar, last, -offset.businessDays);
  const counted = offset.calendarDays < 0 ? addDays(nextOpen(calendar, addDays(today, 1)), -1) : last;
  return addDays(counted, -offset.calendarDays);
}

function ofWords(words: string): Offset | undefined {
  const [, number, unit] = /^(-?\d+) *(business day|calendar day|day|week)s?$/.exec(words.trim()) ?? [];
  if (number === undefined) return undefined;
  if (unit === 'business day') return { businessDays: Number(number) };
  return { calendarDays: Number(number) * (unit === 'week' ? 7 : 1) };
}

function ofValue(value: unknown): Offset | undefined {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return undefined;
  if ('businessDays' in value && typeof value.businessDays === 'number')
    return { businessDays: value.businessDays };
  if ('calendarDays' in value && typeof value.calendarDays === 'number')
    return { calendarDays: value.calendarDays };
  return undefined;
}
