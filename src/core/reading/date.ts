import {
  addDays,
  type BusinessDate,
  businessDate,
  dayFault,
  daysBetween,
  type Weekday,
  weekday,
} from '../calendar/business-date.ts';
import { formatDate } from '../calendar/format-date.ts';
import { DomainError } from '../error.ts';
import { type DateOrder, dateParts, type DateParts } from './date-parts.ts';
import { plainWord, relativeDay, weekdayNamed } from './date-words.ts';
import { quoted } from './quoted.ts';

export interface ReadDateOptions {
  readonly today: BusinessDate;
  /** How 11/12 is read. Full stops (`11.12.`) are always day first. */
  readonly order: DateOrder;
  /** Where a day without a year, or a weekday, lies; promises lie ahead (the default), payments behind. */
  readonly looking?: 'ahead' | 'back';
}

/**
 * Reads a day as people type it: `today`, `morgen`, `+5` (calendar days), `fri` (the next one after today), `27.11.` and
 * `27 Nov` (the next one, today included), `27/11/26`, `Fri 27 November 2026`, `2026-11-27`; names in English, German,
 * French, Spanish and Italian.
 *
 * Throws `invalid` for days that do not exist, weekdays that do not fit their date, and anything it would have to guess:
 * `20 Nov` on 23 November is more likely past than a year ahead.
 */
export function readDate(text: string, options: ReadDateOptions): BusinessDate {
  const { today, order, looking = 'ahead' } = options;
  const plain = plainly(text);
  if (plain === '') throw new DomainError('invalid', `No date was given. ${wayOut(today)}`);
  const days = /^[+-]\d{1,4}$/.test(plain) ? Number(plain) : relativeDay(plain);
  if (days !== undefined) return addDays(today, days);
  const named = weekdayNamed(plain);
  if (named !== undefined) return nearestWeekday(today, named, looking);
  const parts = dateParts(plain, order);
  if (parts === undefined) throw refusal(text, 'is not understood as a date', today);
  return resolve(parts, text, { today, looking });
}

type Direction = 'ahead' | 'back';

/** Today's own weekday is a week away. */
function nearestWeekday(today: BusinessDate, named: Weekday, looking: Direction): BusinessDate {
  const ahead = (named - weekday(today) + 7) % 7;
  if (looking === 'ahead') return addDays(today, ahead === 0 ? 7 : ahead);
  return addDays(today, ahead - 7);
}

function resolve(
  parts: DateParts,
  text: string,
  { today, looking }: { readonly today: BusinessDate; readonly looking: Direction },
): BusinessDate {
  const year = parts.year === undefined ? nearestYear(parts, today, looking) : fullYear(parts.year, today);
  const fault = dayFault(year, parts.month, parts.day);
  if (fault !== undefined) throw refusal(text, `is not a day: ${fault}`, today);
  const date = dayOf(year, parts);
  if (parts.year === undefined) refuseNearMiss(date, parts, text, { today, looking });
  if (parts.weekday !== undefined && parts.weekday !== weekday(date)) {
    throw refusal(text, `does not fit together: that day is ${formatDate(date)}`, today);
  }
  return date;
}

const dayOf = (year: number, { month, day }: DateParts): BusinessDate =>
  businessDate(`${year}-${twoDigits(month)}-${twoDigits(day)}`);

/** As near as this on the other side of today, a day without a year is a slip and not a year away. */
const nearDays = 60;

function refuseNearMiss(
  read: BusinessDate,
  parts: DateParts,
  text: string,
  { today, looking }: { readonly today: BusinessDate; readonly looking: Direction },
): void {
  // Days of this year are written without it, and read back as what they were.
  if (read.slice(0, 4) === today.slice(0, 4)) return;
  const year = Number(today.slice(0, 4));
  if (dayFault(year, parts.month, parts.day) !== undefined) return;
  const meant = dayOf(year, parts);
  if (Math.abs(daysBetween(today, meant)) > nearDays) return;
  const where = looking === 'ahead' ? 'is past' : 'is still to come';
  throw new DomainError(
    'invalid',
    `${quoted(text)} ${where}: it is ${formatDate(meant)}. If you mean ${formatDate(read)}, write the year.`,
  );
}

/** Whether this is written like a day, be it one or not: `31.2.` is, `4k` is not. */
export function isWrittenAsDay(text: string, order: DateOrder): boolean {
  const plain = plainly(text);
  return (
    /^[+-]\d{1,4}$/.test(plain) ||
    relativeDay(plain) !== undefined ||
    weekdayNamed(plain) !== undefined ||
    dateParts(plain, order) !== undefined
  );
}

function plainly(text: string): string {
  return plainWord(text).replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim().replace(/\.$/, '');
}

/** The year in which month and day come next (or came last), today included; whether there is such a day is asked later. */
function nearestYear({ month, day }: DateParts, today: BusinessDate, looking: Direction): number {
  const year = Number(today.slice(0, 4));
  const asked = `${twoDigits(month)}-${twoDigits(day)}`;
  const thisYear = today.slice(5);
  if (looking === 'ahead') return asked < thisYear ? year + 1 : year;
  return asked > thisYear ? year - 1 : year;
}

/** Two digits mean the year of that ending between 79 years ago and 20 years ahead. */
function fullYear(written: string, today: BusinessDate): number {
  if (written.length === 4) return Number(written);
  const latest = Number(today.slice(0, 4)) + 20;
  return latest - ((latest - Number(written)) % 100);
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}

function refusal(text: string, reason: string, today: BusinessDate): DomainError {
  return new DomainError('invalid', `${quoted(text)} ${reason}. ${wayOut(today)}`);
}

/** Three ways of writing one and the same day: the next Friday. */
function wayOut(today: BusinessDate): string {
  const friday = nearestWeekday(today, 5, 'ahead');
  const dayAndMonth = formatDate(friday, { today: friday }).replace('Fri ', '');
  return `Write for example ${dayAndMonth}, ${friday} or Fri.`;
}
