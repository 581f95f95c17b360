import type { Action, Command, Reply } from '../src/chat/types.ts';
import { roster } from '../src/services/member/roster.ts';
import { agingReport } from '../src/services/report/aging.ts';
import { within } from '../src/services/scope.ts';
import type { Context } from './context.ts';
import { readLedgerPart } from './aging/read.ts';
import { agingCard } from './views/aging.ts';

/** `/aging [customer | @rep | currency] [share]`: what is open by how late it is, and how that went. */
export const aging: Command<Context> = {
  name: 'aging',
  summary: 'What is open by how late it is, with pictures',
  options: [
    { name: 'customer', summary: 'part of a name, or a number', example: '/aging lagerhaus' },
    { name: 'rep', summary: 'a rep’s customers, or `me`, or `nobody`', example: '/aging @rita' },
    { name: 'currency', summary: 'another currency in full', example: '/aging USD' },
    { name: 'share', summary: 'for everybody in the channel', example: '/aging share' },
  ],
  plan: (text) => ({ kind: 'reply', visibility: splitShare(text).isShared ? 'channel' : 'private' }),
  run: (context, text) => {
    const { rest, isShared } = splitShare(text);
    return answer(context, rest, isShared);
  },
  presses: {
    show: { run: (context, args) => answer(context, textOf(args), false) },
    share: { run: (context, args) => answer(context, textOf(args), true) },
  },
  submissions: {},
};

const textOf = (args: Action['args']): string => String(args['text'] ?? '');

/** `share` counts as the last word only: a customer may be called so. */
function splitShare(text: string): { readonly rest: string; readonly isShared: boolean } {
  const rest = text.trim().replace(/(^|\s+)share$/i, '');
  return { rest, isShared: rest !== text.trim() };
}

async function answer(context: Context, text: string, isShared: boolean): Promise<Reply> {
  const card = await within(context.office, context.actor.workspaceId, async (scope) => {
    const { part, currency, whose } = await readLedgerPart(scope, context, await roster(scope), text);
    const report = await agingReport(scope, part, currency);
    return agingCard({ report, whose, text, isShared, today: scope.today, ...(currency && { currency }) });
  });
  return { kind: 'card', card, visibility: isShared ? 'channel' : 'private' };
}
