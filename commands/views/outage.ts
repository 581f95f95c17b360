import type { Card } from '../../src/chat/types.ts';
import type { BusinessDate } from '../../src/core/calendar/business-date.ts';
import { dateIn, timeIn } from '../../src/core/calendar/zone.ts';
import type { CaughtUpDeed, Merged, Notice } from '../../src/services/notice.ts';
import type { Reader } from './calls.ts';
import { count, onDay } from './words.ts';

/** Told to the team once: how long Dunwell was down, and that what was missed is made up for. */
export function caughtUpCard(
  { from, to, deeds }: Extract<Notice, { kind: 'caught up' }>,
  zone: string,
  today: BusinessDate,
): Card {
  const title = `Dunwell was down ${spanInWords(from, to, { zone, today })}`;
  const lines =
    deeds.length === 0
      ? 'Nothing was due in that time.'
      : `Made up for: ${deeds.map(deedInWords).join(', ')}. Each once; what would have been several messages became one.`;
  return { summary: title, parts: [{ kind: 'text', text: [{ bold: title }, `\n${lines}`] }] };
}

function deedInWords({ deed, times }: CaughtUpDeed): string {
  switch (deed) {
    case 'deadlines moved':
      return `${count(times, 'deadline')} moved, as nobody could say in time what was done`;
    case 'reminders merged':
      return `${count(times, 'person', 'people')} reminded once`;
    case 'promises judged':
      return `${count(times, 'promise')} judged`;
    case 'pauses ended':
      return `${count(times, 'pause')} ended`;
    case 'letters sent':
      return count(times, 'letter');
    case 'calls opened':
      return count(times, 'new call');
    case 'approvals asked':
      return `${count(times, 'approval')} asked for`;
  }
}

/** "3 reminders of Mon 2 Nov – Wed 4 Nov became this one: Dunwell was down from Mon 2 Nov 10:30 to Wed 4 Nov 14:00." */
export function mergedLine({ messages, first, last, downFrom, downTo }: Merged, reader: Reader): string {
  const [from, to] = [first, last].map((iso) => dayOf(iso, reader));
  const days = from === to ? from : `${from} – ${to}`;
  const down = `Dunwell was down ${spanInWords(downFrom, downTo, reader)}`;
  return messages === 1
    ? `This reminder comes late: ${down}.`
    : `${count(messages, 'reminder')} of ${days} became this one: ${down}.`;
}

function spanInWords(from: string, to: string, reader: Reader): string {
  const [start, end] = [from, to].map((iso) => ({
    day: dayOf(iso, reader),
    time: timeIn(reader.zone, new Date(iso)),
  }));
  if (start === undefined || end === undefined) return '';
  const until = start.day === end.day ? end.time : `${end.day} ${end.time}`;
  return `from ${start.day} ${start.time} to ${until}`;
}

const dayOf = (iso: string, { zone, today }: Reader): string => onDay(dateIn(zone, new Date(iso)), today);
