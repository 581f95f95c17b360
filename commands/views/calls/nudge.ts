import type { Card, Part } from '../../../src/chat/types.ts';
import type { CaseOverview, Overviews } from '../../../src/services/case/overview.ts';
import { callLine, type Reader } from '../calls.ts';
import { callButtons } from './buttons.ts';
import { asSpans, countTasks, headline, toThread } from '../words.ts';

const mostRows = 5;

/** A nudge is short, because the list of the morning has the rest: what is due, and the outcome one press away. */
export function nudgeCard({ rows }: Overviews, reader: Reader, merged?: string): Card {
  const isCash = rows.length > 0 && rows.every(({ task }) => task?.kind === 'allocation');
  const what = `${countTasks(rows)} ${rows.length === 1 ? 'waits' : 'wait'} for ${isCash ? 'you: cash that pays nothing yet' : 'an outcome'}`;
  const more = rows.length - mostRows;
  return {
    summary: what,
    parts: [
      { kind: 'text', text: [{ bold: what }] },
      ...rows.slice(0, mostRows).map((row) => nudgeRow(row, reader)),
      ...(merged === undefined ? [] : [{ kind: 'small' as const, text: merged }]),
      ...(more > 0 ? [{ kind: 'small' as const, text: `and ${more} more: /calls` }] : []),
    ],
  };
}

function nudgeRow(row: CaseOverview, reader: Reader): Part {
  const phone = row.contact?.phone === undefined ? '' : ` · ${row.contact.name} · ${row.contact.phone}`;
  return {
    kind: 'row',
    text: [...asSpans(headline(row, reader.today)), ...toThread(row), `\n${callLine(row, reader)}${phone}`],
    buttons: callButtons(row),
  };
}
