import type { Card, Command, Plan, Reply } from '../src/chat/types.ts';
import { writeLadderYaml } from '../src/core/dunning/write-ladder-yaml.ts';
import { ladderTitle } from '../src/services/ladder/title.ts';
import { ladderNamed, viewLadders } from '../src/services/ladder/view.ts';
import { roster } from '../src/services/member/roster.ts';
import { ladderRoles } from '../src/services/ladder/set.ts';
import { within } from '../src/services/scope.ts';
import type { Context } from './context.ts';
import { pageTurned, previewLine, previewPressed } from './ladder/preview.ts';
import { openSave, savePressed, submitSave } from './ladder/save.ts';
import { openSet, setLine, setPressed, submitSet } from './ladder/set.ts';
import { showCustomer, showOfPress } from './ladder/customer.ts';
import { told } from './views/told.ts';
import { ladderCard, laddersCard } from './views/ladder/show.ts';

type Args = Readonly<Record<string, unknown>>;

/** `/ladder`: which ladders there are, who is on which, what they bring. Admins write and set them. */
export const ladder: Command<Context> = {
  name: 'ladder',
  summary: 'The steps by which customers are pressed, and who is on which ladder',
  options: [
    {
      name: 'show name or customer',
      summary: 'step by step, with versions',
      example: '/ladder show standard',
    },
    {
      name: 'set whom ladder',
      summary: 'for all, a tag, a country, a payer type, a customer or an invoice; none takes it away',
      example: '/ladder set tag vip soft',
    },
    {
      name: 'preview customer',
      summary:
        'what goes out in the next ten business days if nobody pays, and what cannot; without a customer, for all',
      example: '/ladder preview',
    },
    { name: 'export name', summary: 'a ladder as a file, to change it', example: '/ladder export soft' },
    { name: 'save', summary: 'a ladder that you paste; or drop its file here', example: '/ladder save' },
  ],
  plan,
  run: typed,
  presses: {
    show: { run: async (context, args) => ({ kind: 'card', card: await show(context, nameOf(args)) }) },
    of: { run: showOfPress },
    export: { run: (context, args) => give(context, nameOf(args)) },
    preview: { run: previewPressed },
    page: { run: pageTurned },
    set: { may: ladderRoles, opensForm: 'Set a ladder', run: openSet },
    put: { may: ladderRoles, run: setPressed },
    save: { may: ladderRoles, opensForm: 'Write a ladder', run: openSave },
    keep: { may: ladderRoles, run: savePressed },
  },
  submissions: {
    set: { may: ladderRoles, run: submitSet },
    save: { may: ladderRoles, run: submitSave },
  },
};

function plan(text: string): Plan {
  const { word, rest } = parted(text);
  if (word === 'save') return { kind: 'form', title: 'Write a ladder' };
  if (word === 'set' && rest === '') return { kind: 'form', title: 'Set a ladder' };
  return { kind: 'reply', visibility: 'private' };
}

async function typed(context: Context, text: string): Promise<Reply> {
  const { word, rest } = parted(text);
  switch (word) {
    case 'set':
      return rest === '' ? openSet(context, {}) : setLine(context, rest);
    case 'save':
      return openSave(context, {});
    case 'export':
      return give(context, rest);
    case 'preview':
      return previewLine(context, rest);
    case 'show':
      return { kind: 'card', card: await show(context, rest) };
    default:
      return { kind: 'card', card: await show(context, text.trim()) };
  }
}

function parted(text: string): { readonly word: string; readonly rest: string } {
  const [word = '', ...rest] = text.trim().split(/\s+/);
  return { word: word.toLowerCase(), rest: rest.join(' ') };
}

/** All of them; the one that is named; or that of the customer who is. */
async function show(context: Context, named: string): Promise<Card> {
  return within(context.office, context.actor.workspaceId, async (scope) => {
    const views = await viewLadders(scope);
    if (named === '') return laddersCard(views);
    const [first = ''] = named.toLowerCase().split(/\s/);
    const view = views.ladders.find(({ newest }) => newest.ladder.name === first);
    if (view === undefined) return showCustomer(scope, named);
    const { zone } = scope.workspace;
    const reading = { people: await roster(scope), zone, today: scope.today };
    return ladderCard(await ladderNamed(scope, named), view, reading);
  });
}

/** The file goes to whoever asked, in their direct messages. */
async function give(context: Context, named: string): Promise<Reply> {
  const found = await within(context.office, context.actor.workspaceId, (scope) => ladderNamed(scope, named));
  const name = `${found.name}-v${found.version}.yaml`;
  const bytes = new TextEncoder().encode(writeLadderYaml(found));
  const comment = `Ladder ${ladderTitle(found)}. Change it, give it a name of its own if it shall stand beside, and drop it here.`;
  await context.files.give(context.member.userId, { name, bytes, comment });
  return told(`${name} is in your direct messages with Dunwell.`);
}

const nameOf = (args: Args): string => (typeof args['ladder'] === 'string' ? args['ladder'] : '');
