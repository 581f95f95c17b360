import type { Card } from '../../src/chat/types.ts';
import type { BusinessDate } from '../../src/core/calendar/business-date.ts';
import type { Notice } from '../../src/services/notice.ts';
import { limitationCard } from './account/limitation.ts';
import { stopCard } from './account/stop.ts';
import { holdChangedCard, pauseOverCard } from './thread.ts';
import type { People } from './words.ts';

/** What turned for a customer as a whole, in the thread: they rest, are pressed again, lose a service, or we a right. */
type Turn = Extract<Notice, { readonly kind: 'pause over' | 'hold' | 'limitation' | 'stop' }>;

export function turnCard(notice: Turn, people: People, today: BusinessDate): Card {
  switch (notice.kind) {
    case 'pause over':
      return pauseOverCard(notice, people);
    case 'hold':
      return holdChangedCard(notice, people);
    case 'limitation':
      return limitationCard(notice, today);
    case 'stop':
      return stopCard(notice, people);
  }
}
