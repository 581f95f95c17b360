import type { Weekday } from '../calendar/business-date.ts';
import { monthNamed, weekdayNamed } from './date-words.ts';

export type DateOrder = 'DMY' | 'MDY';

/** A day as written: perhaps without a year, perhaps with two digits of it, perhaps impossible. */
export interface DateParts {
  readonly day: number;
  readonly month: number;
  readonly year?: string;
  readonly weekday?: Weekday;
}

/** Takes a written date apart; expects plain words (`plainWord`). Undefined when it is not written like a date. */
export function dateParts(text: string, order: DateOrder): DateParts | undefined {
  return withoutWeekday(text, order) ?? withWeekday(text, order);
}

/** Tried first, so that `mar 27` is March and only `mar 27 nov` is a Tuesday (mardi, martes, martedì). */
function withoutWeekday(text: string, order: DateOrder): DateParts | undefined {
  return yearFirst(text) ?? allNumbers(text, order) ?? dayThenName(text) ?? nameThenDay(text);
}

function withWeekday(text: string, order: DateOrder): DateParts | undefined {
  const [, word = '', rest = ''] = /^([a-z]+)[.,]* (.+)$/.exec(text) ?? [];
  const weekday = weekdayNamed(word);
  const parts = weekday === undefined ? undefined : withoutWeekday(rest, order);
  return parts === undefined || weekday === undefined ? undefined : { ...parts, weekday };
}

function yearFirst(text: string): DateParts | undefined {
  const [, year, , month, day] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? [];
  return partsOf(day, Number(month), year);
}

/** Nobody writes the month first between full stops, so `order` rules slashes and dashes only. */
function allNumbers(text: string, order: DateOrder): DateParts | undefined {
  const [, first, mark, second, year] =
    /^(\d{1,2})(?: ?([-/.]) ?)(\d{1,2})(?: ?\2 ?(\d{4}|\d{2})?)?$/.exec(text) ?? [];
  return order === 'MDY' && mark !== '.'
    ? partsOf(second, Number(first), year)
    : partsOf(first, Number(second), year);
}

/** `27 nov`, `27. november 2026`, `27th of nov`, `1er janvier`, `27 de noviembre de 2026`, `27-nov-26`. */
function dayThenName(text: string): DateParts | undefined {
  const [, day, name = '', year] =
    /^(?:(?:on|am|le|el|il) )?(\d{1,2})(?:st|nd|rd|th|er|[.º°])?[ -]?(?:(?:of|de) )?([a-z]{3,})[.,]?(?:[ -](?:(?:de|del) )?'?(\d{4}|\d{2}))?$/.exec(
      text,
    ) ?? [];
  return partsOf(day, monthNamed(name), year);
}

/** `nov 27`, `november 27th, 2026`. Two digits after the name are the day. */
function nameThenDay(text: string): DateParts | undefined {
  const [, name = '', day, year] =
    /^(?:on )?([a-z]{3,})[. -]{1,2}(\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/.exec(text) ?? [];
  return partsOf(day, monthNamed(name), year);
}

function partsOf(
  day: string | undefined,
  month: number | undefined,
  year: string | undefined,
): DateParts | undefined {
  if (day === undefined || month === undefined) return undefined;
  return { day: Number(day), month, ...(year === undefined ? {} : { year }) };
}
