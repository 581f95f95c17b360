import type { Card, Command } from '../src/chat/types.ts';
import { DomainError } from '../src/core/error.ts';
import { quoted } from '../src/core/reading/quoted.ts';
import { type ForecastBy, forecasts } from '../src/services/report/expected.ts';
import { keptRates } from '../src/services/report/kept.ts';
import { receivables } from '../src/services/report/receivables.ts';
import { within } from '../src/services/scope.ts';
import type { Context } from './context.ts';
import { forecastCard } from './views/forecast.ts';

/** `/forecast [days]`: what is to come in, and how far promises can be believed. */
export const forecast: Command<Context> = {
  name: 'forecast',
  summary: 'What is to come in week by week, and how promises are kept',
  options: [{ name: 'days', summary: 'the next seven days one by one', example: '/forecast days' }],
  plan: () => ({ kind: 'reply', visibility: 'private' }),
  run: async (context, text) => ({ kind: 'card', card: await cardOf(context, readBy(text)) }),
  presses: {
    show: {
      run: async (context, args) => ({
        kind: 'card',
        card: await cardOf(context, readBy(String(args['by'] ?? ''))),
      }),
    },
  },
  submissions: {},
};

function readBy(text: string): ForecastBy {
  const word = text.trim().toLowerCase();
  if (word === '' || /^weeks?$/.test(word)) return 'week';
  if (/^days?$/.test(word)) return 'day';
  throw new DomainError('invalid', `${quoted(text)} is not understood: write /forecast or /forecast days.`);
}

async function cardOf(context: Context, by: ForecastBy): Promise<Card> {
  return within(context.office, context.actor.workspaceId, async (scope) =>
    forecastCard({
      by,
      today: scope.today,
      receivables: await receivables(scope),
      forecasts: await forecasts(scope, by),
      kept: await keptRates(scope),
    }),
  );
}
