import type { Card, Command } from '../src/chat/types.ts';
import type { Context } from './context.ts';

/** `/help`: what this person can do here, of all the commands there are. */
export function helpFor(commands: readonly Command<Context>[]): Command<Context> {
  return {
    name: 'help',
    summary: 'What you can do here',
    options: [],
    plan: () => ({ kind: 'reply', visibility: 'private' }),
    run: (context) => Promise.resolve({ kind: 'card', card: helpCard(commands, context.member.roles) }),
    presses: {},
    submissions: {},
  };
}

function helpCard(commands: readonly Command<Context>[], roles: readonly string[]): Card {
  const usable = commands.filter(({ may }) => may === undefined || may.some((role) => roles.includes(role)));
  return {
    title: 'What you can do here',
    summary: 'The commands you can use',
    parts: [
      ...usable.map(({ name, summary, options }) => ({
        kind: 'text' as const,
        text: [
          { code: `/${name}` },
          `  ${summary}`,
          ...options.map((option) => `\n      ${option.example} — ${option.summary}`),
        ],
      })),
      { kind: 'small', text: `Your roles: ${roles.join(', ')}. An admin changes them with /team.` },
    ],
  };
}
