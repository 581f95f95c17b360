import type { Card, Command, Part, Span } from '../src/chat/types.ts';
import { DomainError } from '../src/core/error.ts';
import { quoted } from '../src/core/reading/quoted.ts';
import { roster, type Role, whoMay } from '../src/services/member/roster.ts';
import { within } from '../src/services/scope.ts';
import type { Context } from './context.ts';
import { nearest } from './help/nearest.ts';
import { todayFor, type Suggestion } from './help/today.ts';

/** `/help [command]`: what makes sense for this person now, what there is, and how one command is written. */
export function helpFor(commands: readonly Command<Context>[]): Command<Context> {
  return {
    name: 'help',
    summary: 'What you can do here',
    options: [{ name: 'command', summary: 'how it is written, with examples', example: '/help promise' }],
    plan: () => ({ kind: 'reply', visibility: 'private' }),
    run: async (context, text) => {
      const word = text.trim().replace(/^\//, '').toLowerCase();
      const card = word === '' ? overview(context, commands) : details(context, commandNamed(commands, word));
      return { kind: 'card', card: await card };
    },
    presses: {},
    submissions: {},
  };
}

async function overview(context: Context, commands: readonly Command<Context>[]): Promise<Card> {
  const roles: readonly string[] = context.member.roles;
  const suggestions = await within(context.office, context.actor.workspaceId, (scope) =>
    todayFor(scope, context.member),
  );
  const usable = commands.filter(({ may }) => may === undefined || may.some((role) => roles.includes(role)));
  return {
    title: 'What you can do here',
    summary: 'What you can do here',
    parts: [
      { kind: 'text', text: [{ bold: 'Now' }, ...suggestions.flatMap(suggestionLine)] },
      { kind: 'text', text: [{ bold: 'Your commands' }, ...usable.flatMap(commandLine)] },
      {
        kind: 'small',
        text: `/help promise shows how one is written. Your roles: ${roles.join(', ')}; an admin changes them with /team.`,
      },
    ],
  };
}

const suggestionLine = ({ what, how }: Suggestion): readonly Span[] => [`\n• ${what}: `, { code: how }];

function commandLine({ name, summary, options: [first] }: Command<Context>): readonly Span[] {
  return ['\n', { code: first?.example ?? `/${name}` }, `  ${summary}`];
}

/** The command that is meant; one that is nearly called so is offered instead. */
function commandNamed(commands: readonly Command<Context>[], word: string): Command<Context> {
  const names = commands.map(({ name }) => name);
  const found = commands.find(({ name }) => name === word);
  if (found !== undefined) return found;
  const near = nearest(word, names);
  throw new DomainError(
    'not_found',
    near === undefined
      ? `There is no command ${quoted(word)}. There are: ${names.map((name) => `/${name}`).join(' ')}`
      : `There is no command ${quoted(word)}. Did you mean /${near}? See /help ${near}.`,
  );
}

async function details(context: Context, command: Command<Context>): Promise<Card> {
  const { name, summary, options, may } = command;
  const who = await within(context.office, context.actor.workspaceId, async (scope) =>
    may === undefined ? 'everybody' : whoMay(await roster(scope), may as readonly Role[]),
  );
  return {
    title: `/${name}`,
    summary: `/${name}: ${summary}`,
    parts: [
      { kind: 'text', text: `${summary}.` },
      ...(options.length === 0
        ? [{ kind: 'text' as const, text: [{ code: `/${name}` }, '  takes nothing more'] }]
        : []),
      ...options.map((option): Part => ({
        kind: 'text',
        text: [
          { code: option.example },
          `  ${option.name === '' ? '' : `${option.name}: `}${option.summary}`,
        ],
      })),
      { kind: 'small', text: `For ${who}. People are written @name, dates and amounts as you write them.` },
    ],
  };
}
