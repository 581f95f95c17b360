import type { Card, Command } from '../src/chat/types.ts';
import type { Context } from './context.ts';
import { commands } from './index.ts';

/** `/help`: what this person can do here. */
export const help: Command<Context> = {
  name: 'help',
  summary: 'What you can do here',
  options: [],
  plan: () => ({ kind: 'reply', visibility: 'private' }),
  run: async (context) => ({ kind: 'card', card: helpCard(context.member.roles) }),
  presses: {},
  submissions: {},
};

function helpCard(roles: readonly string[]): Card {
  const usable = commands.filter(
    (command) => command.may === undefined || command.may.some((role) => roles.includes(role)),
  );
  return {
    title: 'What you can do here',
    summary: 'The commands you can use',
    parts: [
      ...usable.map((command) => ({
        kind: 'text' as const,
        text: [
          { code: `/${command.name}` },
          `  ${command.summary}`,
          ...command.options.map((option) => `\n      ${option.example} — ${option.summary}`),
        ],
      })),
      { kind: 'small', text: `Your roles: ${roles.join(', ')}. An admin changes them with /team.` },
    ],
  };
}
