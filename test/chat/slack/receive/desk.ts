import type { Command, Reply } from '../../../../src/chat/types.ts';
import { cardOf } from '../../minted.ts';
import { routerOver } from '../../stage.ts';

export function deskRouter(command: Partial<Command<null>>) {
  return routerOver([
    {
      name: 'desk',
      summary: 'Test the desk',
      options: [],
      plan: () => ({ kind: 'reply', visibility: 'private' }),
      run: () => said('done'),
      presses: {},
      submissions: {},
      ...command,
    },
  ]);
}

export function said(text: string): Promise<Reply> {
  return Promise.resolve({ kind: 'card', card: cardOf({ kind: 'text', text }) });
}
