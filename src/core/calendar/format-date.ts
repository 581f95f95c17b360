import type { BusinessDate } from './business-date.ts';

export interface FormatDateOptions {
  /** BCP 47 tag. */
  readonly locale?: string;
  /** The year is left out when it is this day's year. */
  readonly today?: BusinessDate;
}

/** A day as people say it: `Fri 27 Nov`, with the year when it is not this year's (or this year is not known). */
export function formatDate(d: BusinessDate, { locale = 'en', today }: FormatDateOptions = {}): string {
  const withYear = today?.slice(0, 4) !== d.slice(0, 4);
  const formatter = formatterFor(locale, withYear);
  const noon = new Date(`${d}T12:00Z`);
  return locale.startsWith('en') ? plainEnglish(formatter, noon) : formatter.format(noon);
}

/** One English for all: Britain and America would differ in commas and in what comes first. */
function plainEnglish(formatter: Intl.DateTimeFormat, instant: Date): string {
  const parts = new Map(formatter.formatToParts(instant).map(({ type, value }) => [type, value]));
  const order = ['weekday', 'day', 'month', 'year'] as const;
  return order.flatMap((type) => parts.get(type) ?? []).join(' ');
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(locale: string, withYear: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${withYear}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      ...(withYear ? { year: 'numeric' } : {}),
      calendar: 'gregory',
      timeZone: 'UTC',
    });
    formatters.set(key, formatter);
  }
  return formatter;
}
