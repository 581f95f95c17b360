import type { Card, Command, Plan, Reply } from '../src/chat/types.ts';
import { historyOfCase } from '../src/services/case/history.ts';
import { loadCustomerFile } from '../src/services/customer/file.ts';
import { findCustomer } from '../src/services/customer/find.ts';
import { roster } from '../src/services/member/roster.ts';
import { type Scope, within } from '../src/services/scope.ts';
import type { Context } from './context.ts';
import { caseOfPress } from './reading/case.ts';
import { contactForm, submitContact } from './account/contact.ts';
import { customerTermsPress, customerTermsSubmission } from './account/late-terms.ts';
import {
  pressAgainPress,
  pressAgainSubmission,
  stopPress,
  stopStandsPress,
  stopSubmission,
  stopTyped,
} from './account/stop.ts';
import { tagsLine, tagsPress, tagsSubmission } from './account/tags.ts';
import { copyForm, keepProof, submitCopy } from './account/paper.ts';
import { accountCard } from './views/account.ts';
import { copiesCard } from './views/account/copies.ts';
import { historyCard } from './views/account/history.ts';
import { moreCard } from './views/account/more.ts';

/** Entries on a page of history. */
const historyPage = 20;

/** `/account customer`: the whole file before a call. */
export const account: Command<Context> = {
  name: 'account',
  summary: 'Everything about a customer, before you call',
  options: [
    { name: 'customer', summary: 'part of a name, or a number', example: '/account lagerhaus' },
    { name: 'terms customer', summary: 'what late payment costs them', example: '/account terms lagerhaus' },
    {
      name: 'tags customer words',
      summary: 'the words by which you group them; - takes all away',
      example: '/account tags lagerhaus vip, exempt',
    },
    {
      name: 'stop customer why',
      summary: 'insolvency, lawyer or do not contact: nobody presses them',
      example: '/account stop lagerhaus lawyer Dr. Weiss wrote',
    },
    {
      name: 'again customer why',
      summary: 'press a stopped customer again',
      example: '/account again lagerhaus the court closed the case',
    },
  ],
  plan,
  run: typed,
  presses: {
    show: {
      run: async (context, args) => {
        const { customerId } = await caseOfPress(context, args['case']);
        return answer(context, () => Promise.resolve(customerId));
      },
    },
    contact: {
      opensForm: 'Contact',
      run: async (context, args) => ({
        kind: 'form',
        form: contactForm(await caseOfPress(context, args['case'])),
      }),
    },
    copyOf: {
      opensForm: 'Invoice copy',
      run: (_context, args) => Promise.resolve({ kind: 'form', form: copyForm(args) }),
    },
    proofOf: { run: keepProof },
    copies: { run: howToAttach },
    terms: customerTermsPress,
    tags: tagsPress,
    stop: stopPress,
    stands: stopStandsPress,
    again: pressAgainPress,
    more: {
      run: async (context, args) => ({
        kind: 'card',
        card: moreCard(await caseOfPress(context, args['case'])),
      }),
    },
    history: { run: async (context, args) => ({ kind: 'card', card: await history(context, args) }) },
  },
  submissions: {
    contact: { run: submitContact },
    copyOf: { run: submitCopy },
    terms: customerTermsSubmission,
    tags: tagsSubmission,
    stop: stopSubmission,
    again: pressAgainSubmission,
  },
};

const formTitles = {
  terms: 'Late payment',
  tags: 'Tags',
  stop: 'Stop pressing',
  again: 'Press again',
} as const;

/** What is to be done about a customer, if the line begins with a word for that. */
interface Deed {
  readonly verb: keyof typeof formTitles;
  /** The customer, and what else was said. */
  readonly words: string;
}

function deedOf(text: string): Deed | undefined {
  const [, verb, words] = /^(terms|tags|stop|again)\s+(\S.*)$/i.exec(text.trim()) ?? [];
  return verb === undefined || words === undefined
    ? undefined
    : { verb: verb.toLowerCase() as Deed['verb'], words: words.trim() };
}

/** Terms are a form; so is everything else of which the line says no more than whom it is about. */
function plan(text: string): Plan {
  const deed = deedOf(text);
  return deed !== undefined && (deed.verb === 'terms' || !/\s/.test(deed.words))
    ? { kind: 'form', title: formTitles[deed.verb] }
    : { kind: 'reply', visibility: 'private' };
}

async function typed(context: Context, text: string): Promise<Reply> {
  const deed = deedOf(text);
  const which = async (scope: Scope): Promise<number> =>
    (await findCustomer(scope, deed?.words ?? text)).customerId;
  switch (deed?.verb) {
    case undefined:
      return answer(context, which);
    case 'tags':
      return tagsLine(context, deed.words);
    case 'stop':
    case 'again':
      return stopTyped(context, deed.verb, deed.words);
    case 'terms': {
      const customer = await within(context.office, context.actor.workspaceId, which);
      return customerTermsPress.run(context, { customer });
    }
  }
}

async function answer(context: Context, which: (scope: Scope) => Promise<number>): Promise<Reply> {
  return within(context.office, context.actor.workspaceId, async (scope) => {
    const file = await loadCustomerFile(scope, await which(scope));
    return { kind: 'card', card: accountCard(file, await roster(scope), scope.today, context.member.id) };
  });
}

async function history(context: Context, args: Readonly<Record<string, unknown>>): Promise<Card> {
  const of = await caseOfPress(context, args['case']);
  const before = args['before'] === undefined ? undefined : Number(args['before']);
  return within(context.office, context.actor.workspaceId, async (scope) =>
    historyCard({
      of,
      ...(await historyOfCase(scope, of.caseId, historyPage, before)),
      people: await roster(scope),
      today: scope.today,
    }),
  );
}

/** Files come into a conversation, not into a form: so this says which are missing and how they are named. */
async function howToAttach(context: Context, args: Readonly<Record<string, unknown>>): Promise<Reply> {
  const { customerId } = await caseOfPress(context, args['case']);
  const file = await within(context.office, context.actor.workspaceId, (scope) =>
    loadCustomerFile(scope, customerId),
  );
  return { kind: 'card', card: copiesCard(file) };
}
