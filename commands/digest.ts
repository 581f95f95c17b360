import type { Command, Form, FormValues, Reply } from '../src/chat/types.ts';
import { digestFigures } from '../src/services/digest/figures.ts';
import {
  changeDigest,
  digestRoles,
  type DigestSettings,
  mayChangeDigest,
} from '../src/services/digest/settings.ts';
import { within } from '../src/services/scope.ts';
import { readTime } from '../src/services/workspace/read.ts';
import type { Context } from './context.ts';
import { collectErrors, textOf } from './reading/form-values.ts';
import { digestCard } from './views/digest.ts';
import { digestForm, digestSettingsWords } from './views/digest/form.ts';

/** `/digest`: this morning's figures, as they are now; and whether and when they come by themselves. */
export const digest: Command<Context> = {
  name: 'digest',
  summary: 'Totals, aging, promises, misses and approvals, as of now',
  options: [
    { name: 'hour', summary: 'leads and admins: when it comes, or `on`, `off`', example: '/digest at 8:30' },
    { name: 'names', summary: 'admins: whether it says who missed a deadline', example: '/digest names off' },
  ],
  plan: () => ({ kind: 'reply', visibility: 'private' }),
  run: async (context, text) => {
    const wanted = readChange(text);
    return wanted === undefined
      ? show(context)
      : said(await changeDigest(context.office, context.actor, wanted));
  },
  presses: {
    settings: {
      may: digestRoles,
      opensForm: 'Digest',
      run: (context) => Promise.resolve({ kind: 'form', form: formFor(context) }),
    },
  },
  submissions: { settings: { may: digestRoles, run: submit } },
};

async function show(context: Context): Promise<Reply> {
  const card = await within(context.office, context.actor.workspaceId, async (scope) =>
    digestCard(await digestFigures(scope), { maySet: mayChangeDigest(context.member) }),
  );
  return { kind: 'card', card };
}

function formFor({ workspace, member }: Context): Form {
  return digestForm(workspace, member.roles.includes('admin'));
}

/** Nothing: the line asks for the digest itself. @throws DomainError for an hour that is none */
function readChange(text: string): Partial<DigestSettings> | undefined {
  const line = text.trim().toLowerCase().replace(/\s+/g, ' ');
  switch (line) {
    case '':
      return undefined;
    case 'on':
    case 'off':
      return { digestOn: line === 'on' };
    case 'names on':
    case 'names off':
      return { namesMisses: line === 'names on' };
    default:
      return { digestAt: readTime(line.replace(/^at /, '')), digestOn: true };
  }
}

async function submit(context: Context, _args: unknown, values: FormValues): Promise<Reply> {
  const errors = collectErrors();
  const digestAt = errors.read('at', () => readTime(textOf(values, 'at')));
  if (digestAt === undefined) return { kind: 'fieldErrors', errors: errors.all() };
  const names = textOf(values, 'names');
  return said(
    await changeDigest(context.office, context.actor, {
      digestAt,
      digestOn: textOf(values, 'on') !== 'off',
      ...(names === '' ? {} : { namesMisses: names === 'on' }),
    }),
  );
}

function said(settings: DigestSettings): Reply {
  const text = digestSettingsWords(settings);
  return { kind: 'card', card: { summary: text, parts: [{ kind: 'text', text }] } };
}
