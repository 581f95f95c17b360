import { formatInstant } from '../time/format.ts';
import type { SlackDate } from './mrkdwn.ts';

/** Fills Slack's date tokens in the reader's time zone; a format we cannot fill shows the fallback. */
export function formatSlackDate({ seconds, format, fallback }: SlackDate, zone: string): string {
  const instant = new Date(seconds * 1000);
  if (Number.isNaN(instant.getTime())) return fallback;
  const filled = format.replace(/\{(\w+)\}/g, (token, name: string) => {
    const style = TOKENS[name];
    return style === undefined ? token : formatInstant(instant, zone, style);
  });
  return /\{\w+\}/.test(filled) ? fallback : filled;
}

const LONG: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
const MIDDLE: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const SHORT: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };

const TOKENS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: MIDDLE,
  date_pretty: MIDDLE,
  date_short: SHORT,
  date_short_pretty: SHORT,
  date_long: LONG,
  date_long_pretty: LONG,
  time: { hour: '2-digit', minute: '2-digit' },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
};
