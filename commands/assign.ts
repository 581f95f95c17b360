import type { Card, Command, Form, FormValues, Reply } from '../src/chat/types.ts';
import { DomainError } from '../src/core/error.ts';
import type { CaseOverview } from '../src/services/case/overview.ts';
import { assign as assignCustomers, type Assigned, assigners } from '../src/services/customer/assign.ts';
import { type Move, planMoves, type Wish } from '../src/services/customer/plan-moves.ts';
import { roster } from '../src/services/member/roster.ts';
import { within } from '../src/services/scope.ts';
import type { Context } from './context.ts';
import { caseOfPress } from './reading/case.ts';
import { textOf } from './reading/form-values.ts';
import { personMeant, readFilter } from './reading/filter.ts';
import { assignedCard, askingCard } from './views/assign.ts';
import { amount, type People } from './views/words.ts';

/** More than this is asked about first. */
const mostUnasked = 20;

/** `/assign lagerhaus @rita`, `/assign 90+ @rita`, `/assign evenly [all]`: whose customers they are. */
export const assign: Command<Context> = {
  name: 'assign',
  summary: 'Give customers to the people who call them',
  options: [
    { name: 'customer', summary: 'one customer', example: '/assign lagerhaus @rita' },
    { name: 'filter', summary: 'any words of /overdue', example: '/assign 90+ @rita' },
    {
      name: 'evenly',
      summary: 'those without an owner over the reps, or all anew',
      example: '/assign evenly all',
    },
  ],
  may: assigners,
  plan: (text) =>
    text.trim() === '' ? { kind: 'form', title: 'Assign' } : { kind: 'reply', visibility: 'private' },
  run: async (context, text) =>
    text.trim() === '' ? { kind: 'form', form: assignForm() } : answer(context, text),
  presses: {
    open: {
      opensForm: 'Assign',
      run: async (context, args) => ({
        kind: 'form',
        form: assignForm(await caseOfPress(context, args['case'])),
      }),
    },
    move: {
      run: async (context, args) => ({
        kind: 'replace',
        card: await carryOut(context, String(args['text'] ?? '')),
      }),
    },
  },
  submissions: { assign: { run: submitted } },
};

async function answer(context: Context, text: string): Promise<Reply> {
  const asking = await within(context.office, context.actor.workspaceId, async (scope) => {
    const people = await roster(scope);
    const wish = readWish(context, people, text);
    const moves = await planMoves(scope, people, wish);
    return mustAsk(wish, moves) ? askingCard(moves, people, text) : undefined;
  });
  return { kind: 'card', card: asking ?? (await carryOut(context, text)) };
}

async function carryOut(context: Context, text: string): Promise<Card> {
  return report(context, await assignCustomers(context.office, context.actor, await wishOf(context, text)));
}

async function wishOf(context: Context, text: string): Promise<Wish> {
  return within(context.office, context.actor.workspaceId, async (scope) =>
    readWish(context, await roster(scope), text),
  );
}

async function report(context: Context, assigned: Assigned): Promise<Card> {
  return within(context.office, context.actor.workspaceId, async (scope) =>
    assignedCard(assigned, await roster(scope)),
  );
}

/** Many customers, or several where the words sounded like one. */
function mustAsk(wish: Wish, moves: readonly Move[]): boolean {
  if (moves.length > mostUnasked) return true;
  return wish.kind === 'to' && wish.filter.customer !== undefined && moves.length > 1;
}

/** The last word says who gets them; what stands before it, whom. */
function readWish(context: Context, people: People, text: string): Wish {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words[0] === 'evenly') return evenly(words.slice(1));
  const owner = personMeant(context, people, words.at(-1) ?? '');
  if (owner === undefined)
    throw new DomainError(
      'invalid',
      'Who gets them? End with the person, for example: /assign lagerhaus @rita.',
    );
  if (words.length === 1)
    throw new DomainError(
      'invalid',
      `Which customers does ${owner.name} get? Write for example: /assign 90+ @rita.`,
    );
  const whom = words.slice(0, -1);
  // "lagerhaus to @rita" is how people say it.
  const named = whom.length > 1 && whom.at(-1) === 'to' ? whom.slice(0, -1) : whom;
  const filter = readFilter(context, people, named.join(' '));
  return { kind: 'to', filter, ownerId: owner.id };
}

function evenly(rest: readonly string[]): Wish {
  if (rest.length === 0) return { kind: 'evenly', all: false };
  if (rest.length === 1 && rest[0] === 'all') return { kind: 'evenly', all: true };
  throw new DomainError(
    'invalid',
    `"evenly ${rest.join(' ')}" is not understood: write /assign evenly, or /assign evenly all.`,
  );
}

/** Choices of the form, by the words one would type for them. */
const choices = [
  { value: 'nobody', label: 'Those without an owner' },
  { value: '90+', label: 'More than 90 days overdue' },
  { value: '61-90', label: '61–90 days overdue' },
  { value: '31-60', label: '31–60 days overdue' },
  { value: '1-30', label: '1–30 days overdue' },
  { value: 'words', label: 'By the words below' },
  { value: 'evenly', label: 'Evenly: those without an owner' },
  { value: 'evenly all', label: 'Evenly: all of them anew' },
];

function assignForm(found?: CaseOverview): Form {
  const intro =
    found === undefined ? [] : [{ kind: 'text' as const, text: [{ bold: found.name }, sums(found)] }];
  const whom = found === undefined ? [] : [{ value: 'this', label: 'This customer' }];
  return {
    title: 'Assign',
    submit: 'Assign',
    intro,
    fields: [
      {
        kind: 'choice',
        name: 'which',
        label: 'Which customers?',
        options: [...whom, ...choices],
        initial: found === undefined ? 'nobody' : 'this',
      },
      {
        kind: 'text',
        name: 'words',
        label: 'Words',
        hint: 'Part of a name, >10k, 90+, @tom: as with /overdue',
        optional: true,
        maxLength: 200,
      },
      { kind: 'person', name: 'to', label: 'Who gets them?', hint: 'Evenly needs nobody', optional: true },
    ],
    action: { command: 'assign', action: 'assign', args: { customer: found?.number ?? null } },
  };
}

const sums = (of: CaseOverview): string => ` · ${amount(of.overdue)} overdue, ${amount(of.open)} open`;

/** What was chosen is put into the words that mean the same, so that both ways do the same. */
async function submitted(
  context: Context,
  args: Readonly<Record<string, unknown>>,
  values: FormValues,
): Promise<Reply> {
  const which = textOf(values, 'which');
  if (which.startsWith('evenly')) return answer(context, which);
  const to = textOf(values, 'to');
  if (to === '') return { kind: 'fieldErrors', errors: { to: 'Choose who gets them.' } };
  const words = which === 'words' ? textOf(values, 'words') : which;
  const whom = which === 'this' ? String(args['customer']) : words;
  if (whom === '') return { kind: 'fieldErrors', errors: { words: 'Write which customers.' } };
  return answer(context, `${whom} <@${to}>`);
}
