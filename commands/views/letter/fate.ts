import type { Text } from '../../../src/chat/types.ts';
import { type BusinessDate, businessDate } from '../../../src/core/calendar/business-date.ts';
import type { AnnouncementView } from '../../../src/services/announcement/view.ts';
import { at, nameOf, onDay, type People, restWords } from '../words.ts';

/** Where and by whom it is read. */
export interface FateReading {
  readonly people: People;
  readonly today: BusinessDate;
  readonly zone: string;
}

/** What became of a letter that was announced and waits no more. */
export function fateOf(
  { row, letter }: Pick<AnnouncementView, 'row' | 'letter'>,
  reading: FateReading,
): Text {
  switch (row.status) {
    case 'held back': {
      const until =
        row.heldUntil === null ? '' : ` until ${onDay(businessDate(row.heldUntil), reading.today)}`;
      const who = nameOf(reading.people, row.heldBy ?? undefined);
      return [{ bold: `Held back by ${who}${until}` }, `: “${row.because ?? ''}”`];
    }
    case 'withdrawn':
      return [{ bold: 'Not sent' }, `: ${whyNot(row.because ?? '')}`];
    case 'gone':
    case 'waiting':
      return gone(row, letter, reading);
  }
}

function gone(
  { endedAt, kind }: AnnouncementView['row'],
  letter: AnnouncementView['letter'],
  { today, zone }: FateReading,
): Text {
  const when = endedAt === null ? '' : ` ${at(endedAt, zone, today, onDay)}`;
  if (letter === undefined) return `Gone${when}`;
  if (kind === 'formal claim') return `With whoever posts it since${when}`;
  switch (letter.status) {
    case 'sent':
      return [{ bold: `Sent${when}` }];
    case 'queued':
      return 'On its way';
    case 'held back':
    case 'withheld':
    case 'impossible':
    case 'refused':
    case 'unknown':
      return [{ bold: fates[letter.status] }, letter.trouble === null ? '' : `: ${letter.trouble}`];
  }
}

const fates = {
  'held back': 'Held back at the last moment',
  withheld: 'Withheld by shadow mode',
  impossible: 'Not sent: there is no mail address on file',
  refused: 'Refused: it counts as undelivered',
  unknown: 'In doubt: somebody asks whether it arrived',
} as const;

/** Why a letter is not sent after all, in the words of the case's card. */
function whyNot(because: string): string {
  if (because === 'nothing open') return 'paid';
  return restWords(because).replace(/^at rest: /, '');
}
