import type { Card } from '../../src/chat/types.ts';
import type { BusinessDate } from '../../src/core/calendar/business-date.ts';
import { dateIn, timeIn } from '../../src/core/calendar/zone.ts';
import type { Outage } from '../../src/core/task/outage.ts';
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
      : ['Made up for, each thing once:', ...deeds.map(deedInWords)].join('\n');
  return { summary: title, parts: [{ kind: 'text', text: [{ bold: title }, `\n${lines}`] }] };
}

function deedInWords({ deed, times }: CaughtUpDeed): string {
  switch (deed) {
    case 'deadlines moved':
      return `${count(times, 'deadline')} moved: nobody could record in time what was done`;
    case 'reminders merged':
      return `${count(times, 'reminder')} in place of several`;
    case 'promises judged':
      return `${count(times, 'promise')} judged`;
    case 'pauses ended':
      return `${count(times, 'pause')} ended`;
    case 'letters sent':
      return `${count(times, 'letter')} sent`;
    case 'calls opened':
      return `${count(times, 'call')} opened`;
    case 'approvals asked':
      return `${count(times, 'approval')} asked for`;
  }
}

/** "3 reminders of Mon 2 Nov – Wed 4 Nov became this one: Dunwell was down from Mon 2 Nov 10:30 to Wed 4 Nov 14:00." */
export function mergedLine({ messages, first, last, downFrom, downTo }: Merged, reader: Reader): string {
  const [from, to] = [dayOf(first, reader), dayOf(last, reader)];
  const days = from === to ? from : `${from} – ${to}`;
  const down = `Dunwell was down ${spanInWords(downFrom, downTo, reader)}`;
  return messages === 1
    ? `This reminder comes late: ${down}.`
    : `${count(messages, 'reminder')} of ${days} became this one: ${down}.`;
}

/** A morning list says which reminders it takes the place of. */
export function afterOutage(card: Card, { from, to }: Outage, reader: Reader): Card {
  const down = spanInWords(from.toISOString(), to.toISOString(), reader);
  const text = `Dunwell was down ${down}: this list takes the place of the reminders of that time.`;
  return { ...card, parts: [...card.parts, { kind: 'small', text }] };
}

function spanInWords(from: string, to: string, reader: Reader): string {
  const [start, end] = [dayOf(from, reader), dayOf(to, reader)];
  const [began, ended] = [from, to].map((iso) => timeIn(reader.zone, new Date(iso)));
  return `from ${start} ${began ?? ''} to ${start === end ? '' : `${end} `}${ended ?? ''}`;
}

const dayOf = (iso: string, { zone, today }: Reader): string => onDay(dateIn(zone, new Date(iso)), today);
