import type { Message } from '../../api.ts';

/** All times are shown in somebody's named zone, never in the browser's own. */
export function formatInstant(instant: Date, zone: string, style: Intl.DateTimeFormatOptions): string {
  return formatter(zone, style).format(instant);
}

/** A message's ts is seconds since 1970 with a serial number behind the point; where it is not the time, `at` is. */
export const instantOf = ({ ts, at }: Pick<Message, 'ts' | 'at'>): Date =>
  at === undefined ? new Date(Number(ts) * 1000) : new Date(at);

/** "09:05" */
export const timeOfDay = (instant: Date, zone: string): string =>
  formatInstant(instant, zone, { hour: '2-digit', minute: '2-digit' });

/** A day as "2026-11-27", which compares and sorts. */
export type Day = string;

export const dayIn = (instant: Date, zone: string): Day =>
  formatter(zone, { year: 'numeric', month: '2-digit', day: '2-digit' }, 'sv-SE').format(instant);

/** "Friday, 27 November", with the year when it is not this year's. */
export function longDay(instant: Date, zone: string, today: Day): string {
  return formatInstant(instant, zone, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...yearUnlessThis(instant, zone, today),
  });
}

/** "Fri 27 Nov", with the year when it is not this year's. */
function shortDay(instant: Date, zone: string, today: Day): string {
  return formatInstant(instant, zone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...yearUnlessThis(instant, zone, today),
  }).replace(',', '');
}

/** "09:05" on the same day, else "Fri 27 Nov, 09:05". */
export function moment(instant: Date, zone: string, today: Day): string {
  const time = timeOfDay(instant, zone);
  return dayIn(instant, zone) === today ? time : `${shortDay(instant, zone, today)}, ${time}`;
}

export function formatBytes(size: number): string {
  if (size < 1000) return `${size} B`;
  if (size < 1_000_000) return `${Math.round(size / 1000)} kB`;
  return `${(size / 1_000_000).toFixed(1)} MB`;
}

function yearUnlessThis(instant: Date, zone: string, today: Day): Intl.DateTimeFormatOptions {
  return dayIn(instant, zone).slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' };
}

/** Making a formatter costs a thousand times what using it does, and a list has hundreds of times in it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string, style: Intl.DateTimeFormatOptions, locale = 'en-GB'): Intl.DateTimeFormat {
  const key = JSON.stringify([zone, style, locale]);
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...style, timeZone: zone, hourCycle: 'h23' });
  formatters.set(key, made);
  return made;
}
