import type { Command, Form, FormValues, Reply } from '../src/chat/types.ts';
import { DomainError } from '../src/core/error.ts';
import type { Unreached } from '../src/core/task/retry.ts';
import type { CaseOverview } from '../src/services/case/overview.ts';
import {
  type Next,
  recordConversation,
  recordUnreached,
  type UnreachedCall,
} from '../src/services/outcome/record.ts';
import type { Context } from './context.ts';
import { readNext } from './outcome/read.ts';
import { caseNamed, caseOfPress } from './reading/case.ts';
import { collectErrors, textOf } from './reading/form-values.ts';
import { formOfNamed, shortcutTo } from './reading/shortcut.ts';
import { noted } from './views/noted.ts';
import { amount, standing } from './views/words.ts';

const callers = ['rep', 'lead', 'manager'];

/** `/outcome customer`: what a call produced. */
export const outcome: Command<Context> = {
  name: 'outcome',
  summary: 'Record what a call produced',
  options: [
    { name: 'customer', summary: 'part of a name, or a number', example: '/outcome lagerhaus' },
    {
      name: 'what',
      summary: 'nobody was reached: no answer, voicemail or wrong number',
      example: '/outcome lagerhaus no answer',
    },
  ],
  may: callers,
  plan: (text) =>
    unreachedIn(text) === undefined
      ? { kind: 'form', title: 'Log call' }
      : { kind: 'reply', visibility: 'private' },
  run: async (context, text) => {
    const unreached = unreachedIn(text);
    const { found } = await caseNamed(context, unreached?.customer ?? text);
    return unreached === undefined
      ? { kind: 'form', form: callForm(found) }
      : noteUnreached(context, found, { kind: unreached.kind });
  },
  presses: {
    open: {
      opensForm: 'Log call',
      run: async (context, args) => ({
        kind: 'form',
        form: callForm(await caseOfPress(context, args['case'])),
      }),
    },
    unreached: {
      run: async (context, args) => {
        const found = await caseOfPress(context, args['case']);
        const { task, tried } = args;
        const shown = task === undefined ? {} : { shown: { taskId: Number(task), attempts: Number(tried) } };
        return noteUnreached(context, found, { kind: readUnreached(args['kind']), ...shown });
      },
    },
  },
  shortcuts: [
    shortcutTo({
      command: 'outcome',
      label: 'Log outcome',
      on: 'message',
      title: 'Log call',
      formOf: callForm,
    }),
  ],
  submissions: {
    reached: { run: submitted },
    whose: { run: (context, _args, values) => formOfNamed(context, values, callForm) },
  },
};

async function noteUnreached(
  context: Context,
  found: CaseOverview,
  of: Omit<UnreachedCall, 'caseId'>,
): Promise<Reply> {
  const { next } = await recordUnreached(context.office, context.actor, { caseId: found.caseId, ...of });
  return { kind: 'card', card: noted(found, `${of.kind}. Next: ${next}.`) };
}

const unreachedKinds: readonly Unreached[] = ['no answer', 'voicemail', 'wrong number'];

/** `lagerhaus no answer`: the customer, and how nobody was reached. */
function unreachedIn(text: string): { readonly customer: string; readonly kind: Unreached } | undefined {
  const said = text.trim().replaceAll(/\s+/g, ' ');
  const kind = unreachedKinds.find((each) => said.toLowerCase().endsWith(` ${each}`));
  return kind && { customer: said.slice(0, -kind.length).trim(), kind };
}

function readUnreached(text: unknown): Unreached {
  const kind = unreachedKinds.find((each) => each === text);
  if (kind !== undefined) return kind;
  throw new DomainError('invalid', `"${String(text)}" is not an outcome of a call.`);
}

const nexts = [
  { value: 'promise', label: 'They promised to pay' },
  { value: 'call back', label: 'We call back' },
  { value: 'commitment', label: 'We owe them something' },
  { value: 'dispute', label: 'They dispute it' },
  { value: 'paid', label: 'They say it is paid' },
  { value: 'nothing agreed', label: 'Nothing was agreed' },
];

function callForm(found: CaseOverview, said = ''): Form {
  return {
    title: 'Log call',
    submit: 'Save',
    intro: [{ kind: 'text', text: standing(found) }],
    fields: [
      {
        kind: 'text',
        name: 'spokeWith',
        label: 'Who did you speak with?',
        maxLength: 120,
        ...(found.contact === undefined ? {} : { initial: found.contact.name }),
      },
      {
        kind: 'text',
        name: 'said',
        label: 'What was said?',
        multiline: true,
        maxLength: 1000,
        ...(said === '' ? {} : { initial: said }),
      },
      ...nextFields(found),
    ],
    action: { command: 'outcome', action: 'reached', args: { case: found.caseId } },
  };
}

function nextFields(found: CaseOverview): Form['fields'] {
  return [
    { kind: 'choice', name: 'next', label: 'What comes next?', options: nexts, initial: 'promise' },
    {
      kind: 'text',
      name: 'when',
      label: 'When?',
      hint: 'Such as Fri, 27 Nov, +5; for a call back with the time: Tue 10:00',
      optional: true,
      maxLength: 40,
    },
    {
      kind: 'text',
      name: 'amount',
      label: 'Which amount?',
      hint: `Promised, disputed or paid. Empty: all that is ${found.overdue.amount > 0n ? `overdue, ${amount(found.overdue)}` : `open, ${amount(found.open)}`}, or all of the disputed invoices`,
      optional: true,
      maxLength: 40,
    },
    {
      kind: 'text',
      name: 'what',
      label: 'What do we owe them, or what is wrong?',
      hint: 'Such as: the signed delivery note; or, of a dispute: R-101 quality, scratched housing',
      optional: true,
      maxLength: 200,
    },
  ];
}

async function submitted(
  context: Context,
  args: Readonly<Record<string, unknown>>,
  values: FormValues,
): Promise<Reply> {
  const found = await caseOfPress(context, args['case']);
  const errors = collectErrors();
  const next = await readNext(context, found, values, errors.read);
  if (next === undefined) return { kind: 'fieldErrors', errors: errors.all() };
  const said = { spokeWith: textOf(values, 'spokeWith'), said: textOf(values, 'said'), next };
  try {
    const recorded = await recordConversation(context.office, context.actor, {
      caseId: found.caseId,
      ...said,
    });
    return { kind: 'card', card: noted(found, `spoke with ${said.spokeWith}; ${recorded.next}.`) };
  } catch (error) {
    // The form stays open with what was typed: the fault is in the agreement.
    if (error instanceof DomainError && error.code !== 'conflict')
      return { kind: 'fieldErrors', errors: { [fieldOf(next)]: error.message } };
    throw error;
  }
}

/** The field under which a fault of what was agreed is shown. */
function fieldOf({ kind }: Next): string {
  return kind === 'dispute' || kind === 'paid' ? 'amount' : 'when';
}
