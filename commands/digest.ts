import type { Command } from '../src/chat/types.ts';
import { digestFigures } from '../src/services/digest/figures.ts';
import { within } from '../src/services/scope.ts';
import type { Context } from './context.ts';
import { digestCard } from './views/digest-card.ts';

/** `/digest`: this morning's figures, as they are now. */
export const digest: Command<Context> = {
  name: 'digest',
  summary: 'Totals, aging, promises, misses and approvals, as of now',
  options: [],
  plan: () => ({ kind: 'reply', visibility: 'private' }),
  run: async (context) =>
    within(context.office, context.actor.workspaceId, async (scope) => ({
      kind: 'card',
      card: digestCard(await digestFigures(scope)),
    })),
  presses: {},
  submissions: {},
};
