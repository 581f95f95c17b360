import { DomainError } from '../error.ts';
import { quoted } from '../reading/quoted.ts';

/** A day of the Gregorian calendar, `YYYY-MM-DD`, in no time zone. Strings of it sort as days do. */
export type BusinessDate = string & { readonly __brand: 'BusinessDate' };

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const firstYear = 1900;
const lastYear = 2200;

/** Reads exactly `YYYY-MM-DD`, 1900 to 2200; throws `invalid` for anything else, and for days that do not exist. */
export function businessDate(text: string): BusinessDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) {
    throw new DomainError(
      'invalid',
      `${quoted(text)} is not a date. Write year-month-day, for example 2026-11-27.`,
    );
  }
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const fault = dayFault(year, month, day);
  if (fault !== undefined) {
    throw new DomainError('invalid', `"${text}" is not a day: ${fault}. Write for example 2026-11-27.`);
  }
  return text as BusinessDate;
}

/** Why there is no such day, ready to stand after a colon; undefined when there is one. */
export function dayFault(year: number, month: number, day: number): string | undefined {
  if (year < firstYear || year > lastYear) return `years run from ${firstYear} to ${lastYear}`;
  if (month < 1 || month > 12) return `there is no month ${month}`;
  const days = daysInMonth(year, month);
  if (day < 1) return 'months begin with day 1';
  return day > days ? `${monthNames[month - 1] ?? ''} ${year} has ${days} days` : undefined;
}

/** `n` calendar days later, or earlier when negative. Throws `invalid` outside 1900 to 2200. */
export function addDays(d: BusinessDate, n: number): BusinessDate {
  const instant = new Date(Date.parse(d) + n * msPerDay);
  const year = instant.getUTCFullYear();
  if (year >= firstYear && year <= lastYear) return instant.toISOString().slice(0, 10) as BusinessDate;
  throw new DomainError('invalid', `${n} days from ${d} is outside the years ${firstYear} to ${lastYear}.`);
}

/** Calendar days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: BusinessDate, b: BusinessDate): number {
  return (Date.parse(b) - Date.parse(a)) / msPerDay;
}

export function weekday(d: BusinessDate): Weekday {
  return (new Date(Date.parse(d)).getUTCDay() || 7) as Weekday;
}

/** A date-only ISO string is UTC midnight by the language's definition, and UTC days all have this length. */
const msPerDay = 86_400_000;

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
