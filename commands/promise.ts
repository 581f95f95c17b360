import type { Command, Form, FormValues, Reply } from '../src/chat/types.ts';
import { formatMoney, money } from '../src/core/money.ts';
import { isWrittenAsDay, readDate } from '../src/core/reading/date.ts';
import { DomainError } from '../src/core/error.ts';
import type { CaseOverview } from '../src/services/case/overview.ts';
import { makePromise } from '../src/services/promise/make.ts';
import type { PromiseWord } from '../src/services/promise/word.ts';
import type { Context } from './context.ts';
import { besideField, collectErrors, textOf } from './reading/form-values.ts';
import { caseNamed, caseOfPress } from './reading/case.ts';
import { promisedAmount } from './reading/amount.ts';
import { todayAt } from './reading/today.ts';
import { noted } from './views/noted.ts';
import { formOfNamed, shortcutTo } from './reading/shortcut.ts';
import { amount, dayWord, standing } from './views/words.ts';

/** `/promise customer [amount] day`: in one line, or with a form. */
export const promise: Command<Context> = {
  name: 'promise',
  summary: 'Record that a customer promised to pay',
  options: [
    {
      name: 'customer amount day',
      summary: 'in one line; without an amount, all that is overdue',
      example: '/promise lagerhaus 4100 fri',
    },
  ],
  may: ['rep', 'lead', 'manager'],
  plan: (text) =>
    text.trim().includes(' ') ? { kind: 'reply', visibility: 'private' } : { kind: 'form', title: 'Promise' },
  run: async (context, text) => {
    const { found, rest } = await caseNamed(context, text);
    return rest === '' ? { kind: 'form', form: promiseForm(found) } : oneLine(context, found, rest);
  },
  presses: {
    open: {
      opensForm: 'Promise',
      run: async (context, args) => ({
        kind: 'form',
        form: promiseForm(await caseOfPress(context, args['case'])),
      }),
    },
  },
  shortcuts: (['message', 'anywhere'] as const).map((on) =>
    shortcutTo({ command: 'promise', label: 'Record promise', on, title: 'Promise', formOf: promiseForm }),
  ),
  submissions: {
    make: { run: submitted },
    whose: { run: (context, _args, values) => formOfNamed(context, values, promiseForm) },
  },
};

function promiseForm(found: CaseOverview, said = ''): Form {
  const overdue = found.overdue.amount > 0n ? found.overdue : found.open;
  return {
    title: 'Promise',
    submit: 'Save',
    intro: [
      { kind: 'text', text: standing(found) },
      ...(said === '' ? [] : [{ kind: 'small' as const, text: `“${said}”` }]),
    ],
    fields: [
      {
        kind: 'text',
        name: 'amount',
        label: 'Amount',
        hint: `Empty: ${amount(overdue)}`,
        optional: true,
        maxLength: 40,
      },
      {
        kind: 'text',
        name: 'when',
        label: 'Paid by',
        hint: 'Such as Fri, 27 Nov, 2026-11-27 or +5',
        maxLength: 40,
      },
      {
        kind: 'text',
        name: 'saidBy',
        label: 'Who promised?',
        optional: true,
        maxLength: 120,
        ...(found.contact === undefined ? {} : { initial: found.contact.name }),
      },
    ],
    action: {
      command: 'promise',
      action: 'make',
      args: { case: found.caseId, ...(said === '' ? {} : { said }) },
    },
  };
}

async function submitted(
  context: Context,
  args: Readonly<Record<string, unknown>>,
  values: FormValues,
): Promise<Reply> {
  const found = await caseOfPress(context, args['case']);
  const today = await todayAt(context, found);
  const errors = collectErrors();
  const sum = errors.read('amount', () => promisedAmount(found, textOf(values, 'amount')));
  const dueOn = errors.read('when', () =>
    readDate(textOf(values, 'when'), { today, order: context.workspace.dateOrder }),
  );
  if (sum === undefined || dueOn === undefined) return { kind: 'fieldErrors', errors: errors.all() };
  const saidBy = textOf(values, 'saidBy');
  const { said } = args;
  return besideField(
    'when',
    () =>
      record(context, found, {
        amount: sum,
        dueOn,
        ...(saidBy === '' ? {} : { saidBy }),
        ...(typeof said === 'string' ? { said } : {}),
      }),
    'anything',
  );
}

/** The day is what is left of the line after an amount that may stand before it; what is wrong with either is said. */
async function oneLine(context: Context, found: CaseOverview, rest: string): Promise<Reply> {
  const today = await todayAt(context, found);
  const order = context.workspace.dateOrder;
  const words = rest.split(/\s+/);
  const first = words.findIndex((_, n) => isWrittenAsDay(words.slice(n).join(' '), order));
  if (first === -1)
    throw new DomainError(
      'invalid',
      `"${rest}" is not an amount and a day: write for example /promise ${found.number} 4100 fri.`,
    );
  const sum = promisedAmount(found, words.slice(0, first).join(' '));
  const dueOn = readDate(words.slice(first).join(' '), { today, order });
  return record(context, found, { amount: sum, dueOn });
}

async function record(
  context: Context,
  found: CaseOverview,
  word: Omit<PromiseWord, 'caseId'>,
): Promise<Reply> {
  const { rests } = await makePromise(context.office, context.actor, { caseId: found.caseId, ...word });
  const sum = formatMoney(money(word.amount, found.currency));
  const today = await todayAt(context, found);
  const effect = rests ? 'it rests until then' : 'two promises broke before, so nothing rests';
  return {
    kind: 'card',
    card: noted(found, `${sum} promised for ${dayWord(word.dueOn, today)}; ${effect}.`),
  };
}
