import type { Card, Command, Form, FormValues, Plan, Reply } from '../src/chat/types.ts';
import type { CaseOverview } from '../src/services/case/overview.ts';
import { historyOfCase } from '../src/services/case/history.ts';
import {
  contactRoles,
  languages,
  readContactName,
  readContactRole,
  readLanguage,
  readMailAddress,
  readPhone,
} from '../src/services/contact/read.ts';
import { saveContact } from '../src/services/contact/save.ts';
import { loadCustomerFile } from '../src/services/customer/file.ts';
import { findCustomer } from '../src/services/customer/find.ts';
import { roster } from '../src/services/member/roster.ts';
import { type Scope, within } from '../src/services/scope.ts';
import type { Context } from './context.ts';
import { collectErrors, textOf } from './reading/form-values.ts';
import { caseOfPress } from './reading/case.ts';
import { customerTermsPress, customerTermsSubmission } from './account/late-terms.ts';
import { tagsLine, tagsPress, tagsSubmission } from './account/tags.ts';
import { noted } from './views/noted.ts';
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
  },
};

/** Terms are a form; so are tags, unless they stand in the line. */
function plan(text: string): Plan {
  if (termsOf(text) !== undefined) return { kind: 'form', title: 'Late payment' };
  const tagged = tagsOf(text);
  return tagged !== undefined && !/\s/.test(tagged)
    ? { kind: 'form', title: 'Tags' }
    : { kind: 'reply', visibility: 'private' };
}

async function typed(context: Context, text: string): Promise<Reply> {
  const tagged = tagsOf(text);
  if (tagged !== undefined) return tagsLine(context, tagged);
  const named = termsOf(text);
  const which = async (scope: Scope): Promise<number> =>
    (await findCustomer(scope, named ?? text)).customerId;
  if (named === undefined) return answer(context, which);
  const customer = await within(context.office, context.actor.workspaceId, which);
  return customerTermsPress.run(context, { customer });
}

/** Whose terms are asked for, if any are. */
function termsOf(text: string): string | undefined {
  return /^terms\s+(\S.*)$/i.exec(text.trim())?.[1];
}

/** Whose tags, and which, if the line is about tags. */
function tagsOf(text: string): string | undefined {
  return /^tags\s+(\S.*)$/i.exec(text.trim())?.[1];
}

async function answer(context: Context, which: (scope: Scope) => Promise<number>): Promise<Reply> {
  return within(context.office, context.actor.workspaceId, async (scope) => {
    const file = await loadCustomerFile(scope, await which(scope));
    return { kind: 'card', card: accountCard(file, await roster(scope), scope.today) };
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

const roleOptions = contactRoles.map((role) => ({ value: role, label: role }));
const languageNames = { en: 'English', de: 'German', it: 'Italian', lv: 'Latvian' } as const;
const languageOptions = languages.map((code) => ({ value: code, label: languageNames[code] }));
const keeps = 'Empty: stays as it is; - removes it';

function contactForm(found: CaseOverview): Form {
  return {
    title: 'Contact',
    submit: 'Save',
    intro: [
      {
        kind: 'text',
        text: [{ bold: found.name }, '\nA name that is on file already is corrected, any other is added.'],
      },
    ],
    fields: [
      { kind: 'text', name: 'name', label: 'Name', maxLength: 120 },
      { kind: 'choice', name: 'role', label: 'Role', options: roleOptions, initial: 'accounts payable' },
      { kind: 'text', name: 'email', label: 'Mail address', hint: keeps, optional: true, maxLength: 254 },
      { kind: 'text', name: 'phone', label: 'Phone number', hint: keeps, optional: true, maxLength: 60 },
      {
        kind: 'choice',
        name: 'language',
        label: 'Language of letters',
        options: languageOptions,
        initial: 'en',
      },
    ],
    action: { command: 'account', action: 'contact', args: { case: found.caseId } },
  };
}

async function submitContact(
  context: Context,
  args: Readonly<Record<string, unknown>>,
  values: FormValues,
): Promise<Reply> {
  const found = await caseOfPress(context, args['case']);
  const errors = collectErrors();
  const name = errors.read('name', () => readContactName(textOf(values, 'name')));
  const role = errors.read('role', () => readContactRole(textOf(values, 'role')));
  const email = errors.read('email', () => readMailAddress(textOf(values, 'email')));
  const phone = errors.read('phone', () => readPhone(textOf(values, 'phone')));
  const language = errors.read('language', () => readLanguage(textOf(values, 'language')));
  if (name === undefined || role === undefined || language === undefined || errors.any())
    return { kind: 'fieldErrors', errors: errors.all() };
  const word = { name, role, email, phone, language };
  const event = await saveContact(context.office, context.actor, found.caseId, word);
  return { kind: 'card', card: noted(found, `contact ${event}: ${name}, ${role}.`) };
}
