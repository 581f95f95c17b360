import type { BusinessDate } from '../../core/calendar/business-date.ts';

/** A function that writes days in one way. The options name the parts; the time zone does not matter to a day. */
export function dayFormat(
  locale: string,
  parts: Pick<Intl.DateTimeFormatOptions, 'day' | 'month' | 'year'>,
): (day: BusinessDate) => string {
  const format = new Intl.DateTimeFormat(locale, { ...parts, calendar: 'gregory', timeZone: 'UTC' });
  return (day) => format.format(new Date(`${day}T00:00:00Z`));
}
