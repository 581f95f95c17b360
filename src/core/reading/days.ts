import type { BusinessDate } from '../calendar/business-date.ts';
import { DomainError } from '../error.ts';
import { readDate, type ReadDateOptions } from './date.ts';

/** Days from a first to a last, both included. */
export interface Days {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/**
 * Reads days as people type them: `fri` is that day alone, `until fri` is from today, `1 Dec – 12 Dec`, `1–12 Dec` and
 * `mon to wed` are from the first to the last. Each day as `readDate` reads it; the last lies at or after the first.
 * @throws DomainError `invalid` for days that do not exist or come in the wrong order.
 */
export function readDays(text: string, options: ReadDateOptions): Days {
  const until = /^\s*(?:until|till|bis|through)\s+(.+)$/i.exec(text)?.[1];
  if (until !== undefined) return { from: options.today, to: readDate(until, options) };
  const [first = '', last, more] = text.split(/\s+(?:-|to|until|till|bis|through)\s+|\s*[–—]\s*/i);
  if (last === undefined) return oneDay(readDate(first, options));
  if (more !== undefined)
    throw new DomainError(
      'invalid',
      `"${text}" has more than a first and a last day: write for example 1 Dec – 12 Dec.`,
    );
  const from = readDate(isDayOnly(first) ? `${first.replace('.', '')}${monthOf(last)}` : first, options);
  return { from, to: readDate(last, { ...options, today: from }) };
}

const oneDay = (day: BusinessDate): Days => ({ from: day, to: day });

const isDayOnly = (text: string): boolean => /^\d{1,2}\.?$/.test(text.trim());

/** What stands after the day's number: ` Dec`, `.12.`. */
const monthOf = (text: string): string => text.trim().replace(/^\d{1,2}/, '');
