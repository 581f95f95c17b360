import type { Card } from '../../src/chat/types.ts';
import type { BusinessDate } from '../../src/core/calendar/business-date.ts';
import type { Overviews } from '../../src/services/case/overview.ts';
import { callRow } from './call-list.ts';
import { countTasks } from './words.ts';

const mostRows = 10;

/** A nudge is short: what is due, with the file in two lines and the outcome one press away. */
export function nudgeCard(found: Overviews, today: BusinessDate): Card {
  const more = found.rows.length - mostRows;
  return {
    summary: `${countTasks(found.rows)} due`,
    parts: [
      { kind: 'text', text: [{ bold: `Due now: ${countTasks(found.rows)} without an outcome` }] },
      ...found.rows.slice(0, mostRows).map((row) => callRow(row, today)),
      ...(more > 0 ? [{ kind: 'small' as const, text: `and ${more} more: /calls` }] : []),
    ],
  };
}
