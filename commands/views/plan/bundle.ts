import type { Card, Part } from '../../../src/chat/types.ts';
import type { BusinessDate } from '../../../src/core/calendar/business-date.ts';
import type { PlanNews } from '../../../src/services/notice.ts';
import type { PlanView } from '../../../src/services/plan/view.ts';
import { planCard, planNewsCard } from '../plan.ts';
import { count, type People } from '../words.ts';

/** Those shown with all their instalments: a message holds only so much. */
const mostInFull = 5;

/** Every plan that somebody has to decide about and did not yet, in one message a day. */
export function waitingPlansCard(
  views: readonly PlanView[],
  people: People,
  today: BusinessDate,
  merged: string | undefined,
): Card {
  const one = views.length === 1;
  const title = one ? 'Still waiting · Instalment plan' : `Still waiting · ${views.length} instalment plans`;
  const more = views.length - mostInFull;
  return {
    title,
    summary: title,
    parts: [
      ...views
        .slice(0, mostInFull)
        .flatMap((view, n): readonly Part[] => [
          ...(n === 0 ? [] : [{ kind: 'divider' as const }]),
          ...planCard(view, people, today).parts,
        ]),
      ...(more > 0 ? [small(`and ${more} more: see Home, where they stand too`)] : []),
      ...(merged === undefined ? [] : [small(merged)]),
    ],
  };
}

/** What somebody is told of their customers' plans on a day. */
export function planNewsOfDay(news: readonly PlanNews[], people: People, today: BusinessDate): Card {
  const cards = news.map((one) => planNewsCard({ kind: 'plan', ...one }, people, today));
  const [only] = cards;
  if (cards.length === 1 && only !== undefined) return only;
  return {
    summary: count(cards.length, 'instalment'),
    parts: cards.flatMap(({ parts }) => parts),
  };
}

const small = (text: string): Part => ({ kind: 'small', text });
