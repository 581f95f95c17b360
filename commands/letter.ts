import type { Command, Form, Reply } from '../src/chat/types.ts';
import type { CaseOverview } from '../src/services/case/overview.ts';
import { type BouncedWord, letterBounced } from '../src/services/letter/bounced.ts';
import { settleDoubt } from '../src/services/letter/find-out.ts';
import { printLastLetter } from '../src/services/letter/print.ts';
import { bundleRoles } from '../src/services/bundle/make.ts';
import { giveBundle, pressBundle } from './letter/bundle.ts';
import {
  deliveredForm,
  postedForm,
  returnedForm,
  submitDelivered,
  submitPosted,
  submitReturned,
} from './letter/claim-delivery.ts';
import type { Context } from './context.ts';
import { caseNamed, caseOfPress } from './reading/case.ts';
import { hold, holdForm, preview, release, send, submitHold } from './letter/by-hand.ts';
import { noted } from './views/noted.ts';
import { whichAddress } from './views/letter/came-back.ts';
import { lettersMenu } from './views/letter/menu.ts';

/** `/letter customer`: the last letter of a case as a PDF; and the delivery of a posted claim. */
export const letter: Command<Context> = {
  name: 'letter',
  summary: 'Letters of a case: see, send, hold back, report as returned',
  options: [
    { name: 'customer', summary: 'the last letter, as a PDF to you', example: '/letter lagerhaus' },
    { name: 'preview customer', summary: 'what would go now or next', example: '/letter preview lagerhaus' },
    {
      name: 'send customer',
      summary: 'a demand now; or a reminder',
      example: '/letter send lagerhaus reminder',
    },
    {
      name: 'hold customer day reason',
      summary: 'letters wait until the day',
      example: '/letter hold lagerhaus fri corrected invoice',
    },
    { name: 'release customer', summary: 'they go again', example: '/letter release lagerhaus' },
    {
      name: 'bounced customer',
      summary: 'it came back; from one address of several',
      example: '/letter bounced lagerhaus ap@lagerhaus.example',
    },
    {
      name: 'bundle customer',
      summary: 'everything on file as one ZIP, for legal and managers',
      example: '/letter bundle lagerhaus',
    },
  ],
  may: ['rep', 'lead', 'manager', 'legal', 'admin'],
  plan: (text) =>
    /^\s*hold\s+\S+\s*$/i.test(text)
      ? { kind: 'form', title: 'Hold letters back' }
      : { kind: 'reply', visibility: 'private' },
  run: typed,
  presses: {
    fate: {
      run: async (context, args) => {
        const found = await caseOfPress(context, args['case']);
        const arrived = args['arrived'] === true;
        await settleDoubt(context.office, context.actor, found.caseId, arrived);
        return {
          kind: 'card',
          card: noted(
            found,
            arrived ? 'the letter arrived.' : 'the letter did not arrive; it is owed again.',
          ),
        };
      },
    },
    menu: {
      run: async (context, args) => ({
        kind: 'card',
        card: lettersMenu(await caseOfPress(context, args['case'])),
      }),
    },
    preview: { run: async (context, args) => preview(context, await caseOfPress(context, args['case'])) },
    send: {
      run: async (context, args) =>
        send(context, await caseOfPress(context, args['case']), String(args['letter'] ?? '')),
    },
    hold: {
      opensForm: 'Hold letters back',
      run: async (context, args) => ({
        kind: 'form',
        form: holdForm(
          await caseOfPress(context, args['case']),
          typeof args['announcement'] === 'number' ? args['announcement'] : undefined,
        ),
      }),
    },
    release: { run: async (context, args) => release(context, await caseOfPress(context, args['case'])) },
    bounced: { run: cameBack },
    bundle: { may: bundleRoles, run: pressBundle },
    pdf: { run: async (context, args) => give(context, (await caseOfPress(context, args['case'])).caseId) },
    posted: { opensForm: 'Claim posted', run: opening(postedForm) },
    delivered: { opensForm: 'Claim delivered', run: opening(deliveredForm) },
    returned: { opensForm: 'Claim came back', run: opening(returnedForm) },
  },
  submissions: {
    posted: { run: submitPosted },
    delivered: { run: submitDelivered },
    returned: { run: submitReturned },
    hold: { run: submitHold },
  },
};

function opening(form: (found: CaseOverview) => Form) {
  return async (context: Context, args: Readonly<Record<string, unknown>>): Promise<Reply> => ({
    kind: 'form',
    form: form(await caseOfPress(context, args['case'])),
  });
}

/** A customer may be called as a verb is: what is no verb and a name is a name. */
async function typed(context: Context, text: string): Promise<Reply> {
  const [, verb = '', rest = ''] = /^\s*(\S+)\s+(.+)$/s.exec(text) ?? [];
  switch (verb.toLowerCase()) {
    case 'preview':
      return preview(context, (await caseNamed(context, rest)).found);
    case 'send': {
      const { found, rest: kind } = await caseNamed(context, rest);
      return send(context, found, kind);
    }
    case 'hold': {
      const { found, rest: terms } = await caseNamed(context, rest);
      return hold(context, found, terms);
    }
    case 'release':
      return release(context, (await caseNamed(context, rest)).found);
    case 'bundle':
      return giveBundle(context, (await caseNamed(context, rest)).found.caseId);
    case 'bounced': {
      const { found, rest: address } = await caseNamed(context, rest);
      return bounced(context, found, address === '' ? {} : { address });
    }
    default:
      return give(context, (await caseNamed(context, text)).found.caseId);
  }
}

async function cameBack(context: Context, args: Readonly<Record<string, unknown>>): Promise<Reply> {
  const { letter: letterId, address } = args;
  return bounced(context, await caseOfPress(context, args['case']), {
    ...(typeof letterId === 'number' ? { letterId } : {}),
    ...(typeof address === 'string' ? { address } : {}),
  });
}

async function bounced(context: Context, found: CaseOverview, word: BouncedWord): Promise<Reply> {
  const done = await letterBounced(context.office, context.actor, found.caseId, word);
  if (done.kind === 'which') return { kind: 'card', card: whichAddress(found, done) };
  const { address, stillAt } = done;
  const text =
    stillAt.length > 0
      ? `the letter did not reach ${address}. It stays delivered to ${stillAt.join(' and ')}.`
      : `the letter to ${address} counts as undelivered. It goes to the next address as soon as there is one.`;
  return { kind: 'card', card: noted(found, text) };
}

/** The PDF goes to whoever asked, in their direct messages. */
async function give(context: Context, caseId: number): Promise<Reply> {
  const file = await printLastLetter(context.office, context.actor.workspaceId, caseId);
  await context.files.give(context.member.userId, file);
  for (const copy of file.copies)
    await context.files.give(context.member.userId, { ...copy, comment: 'To be posted with the claim' });
  return {
    kind: 'card',
    card: { summary: 'Letter', parts: [{ kind: 'text', text: `${file.name} is in your direct messages.` }] },
  };
}
