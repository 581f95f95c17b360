import type { Card, Command } from '../src/chat/types.ts';
import { overviews } from '../src/services/case/overview.ts';
import { roster } from '../src/services/member/roster.ts';
import { within } from '../src/services/scope.ts';
import type { Context } from './context.ts';
import { readFilter } from './reading/filter.ts';
import { overdueCard } from './views/overdue.ts';

/** Rows on a page: a platform's message holds fifty blocks, and nobody reads more at once. */
const pageSize = 8;

/** `/overdue [customer | @rep | me | bucket | minimum]`: the worklist. */
export const overdue: Command<Context> = {
  name: 'overdue',
  summary: 'Who owes what, the biggest first',
  options: [
    { name: 'customer', summary: 'part of a name, or a number', example: '/overdue lagerhaus' },
    { name: 'rep', summary: 'a rep’s customers, or `me`, or `nobody`', example: '/overdue @rita' },
    { name: 'bucket', summary: 'days overdue: 1-30, 31-60, 61-90, 90+', example: '/overdue 90+' },
    { name: 'minimum', summary: 'at least this much overdue', example: '/overdue >10000' },
  ],
  plan: () => ({ kind: 'reply', visibility: 'private' }),
  run: async (context, text) => ({ kind: 'card', card: await page(context, text.trim(), 0) }),
  presses: {
    page: {
      run: async (context, args) => ({
        kind: 'replace',
        card: await page(context, String(args['filter'] ?? ''), Number(args['page'] ?? 0)),
      }),
    },
  },
  submissions: {},
};

async function page(context: Context, text: string, number: number): Promise<Card> {
  return within(context.office, context.actor.workspaceId, async (scope) => {
    const people = await roster(scope);
    const filter = readFilter(context, people, text);
    const found = await overviews(scope, {
      ...filter,
      overdueOnly: filter.customer === undefined,
      limit: pageSize,
      offset: number * pageSize,
    });
    return overdueCard({
      found,
      people,
      filter: text,
      page: number,
      pageSize,
      today: scope.today,
      covers: scope.workspace.ledgerCovers,
    });
  });
}
