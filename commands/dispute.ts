import type { Command, FormValues, Reply } from '../src/chat/types.ts';
import { formatDate } from '../src/core/calendar/format-date.ts';
import { type DisputeReason, disputeReasons } from '../src/core/dispute/reason.ts';
import { DomainError } from '../src/core/error.ts';
import { formatMoney, money, readMoney } from '../src/core/money.ts';
import { readDate } from '../src/core/reading/date.ts';
import type { CaseOverview } from '../src/services/case/overview.ts';
import { bookCredit } from '../src/services/dispute/book-credit.ts';
import { disputeProspect } from '../src/services/dispute/prospect.ts';
import { raiseDispute } from '../src/services/dispute/raise.ts';
import { type DisputeAnswer, resolveDispute } from '../src/services/dispute/resolve.ts';
import { disputeView } from '../src/services/dispute/view.ts';
import type { DisputeWord } from '../src/services/dispute/word.ts';
import { roster } from '../src/services/member/roster.ts';
import { within } from '../src/services/scope.ts';
import type { Context } from './context.ts';
import { besideField, chosen, collectErrors, textOf } from './reading/form-values.ts';
import { caseNamed, caseOfPress } from './reading/case.ts';
import { todayAt } from './reading/today.ts';
import { noted } from './views/noted.ts';
import { readDispute } from './dispute/read.ts';
import { memberOf } from './team/read-person.ts';
import { answerForm, disputeForm } from './views/dispute.ts';
import { told } from './views/told.ts';

type Args = Readonly<Record<string, unknown>>;

const everybody = ['rep', 'lead', 'manager', 'finance', 'legal', 'admin'];
const finance = ['finance'];

/** `/dispute customer [invoices] [amount] reason`: what a customer says is wrong, in one line or with a form. */
export const dispute: Command<Context> = {
  name: 'dispute',
  summary: 'Record that a customer disputes an amount; only that amount rests',
  options: [
    {
      name: 'customer invoice amount reason',
      summary: `in one line; reasons: ${disputeReasons.join(', ')}`,
      example: '/dispute lagerhaus R-101 400 quality scratched housing',
    },
  ],
  may: ['rep', 'lead', 'manager', 'finance'],
  plan: (text) =>
    text.trim().includes(' ') ? { kind: 'reply', visibility: 'private' } : { kind: 'form', title: 'Dispute' },
  run: async (context, text) => {
    const { found, rest } = await caseNamed(context, text);
    return rest === '' ? formFor(context, found) : oneLine(context, found, rest);
  },
  presses: {
    open: {
      opensForm: 'Dispute',
      run: async (context, args) => formFor(context, await caseOfPress(context, args['case'])),
    },
    // Who may answer is a matter of the dispute, not of a role alone: the service says it.
    answer: { may: everybody, opensForm: 'Answer dispute', run: openAnswer },
    credit: { may: finance, run: credited },
  },
  submissions: { raise: { run: submitted }, answer: { may: everybody, run: answered } },
};

async function formFor(context: Context, found: CaseOverview): Promise<Reply> {
  const today = await todayAt(context, found);
  const prospect = await within(context.office, context.actor.workspaceId, (scope) =>
    disputeProspect(scope, found.caseId),
  );
  if (prospect.invoices.length === 0)
    throw new DomainError('conflict', `Nothing of ${found.name} is open: there is nothing to dispute.`);
  return { kind: 'form', form: disputeForm(found, prospect, today) };
}

async function oneLine(context: Context, found: CaseOverview, rest: string): Promise<Reply> {
  const { invoices } = await within(context.office, context.actor.workspaceId, (scope) =>
    disputeProspect(scope, found.caseId),
  );
  const typed = readDispute(
    rest,
    invoices.map(({ number }) => number),
    found.currency,
  );
  return record(context, found, { caseId: found.caseId, ...typed });
}

async function submitted(context: Context, args: Args, values: FormValues): Promise<Reply> {
  const found = await caseOfPress(context, args['case']);
  const today = await todayAt(context, found);
  const errors = collectErrors();
  const amount = errors.read('amount', () => {
    const text = textOf(values, 'amount');
    return text === '' ? {} : { amount: readMoney(text, { currency: found.currency }).amount };
  });
  const deadline = errors.read('deadline', () => {
    const text = textOf(values, 'deadline');
    return text === '' ? {} : { deadlineOn: readDate(text, { today, order: context.workspace.dateOrder }) };
  });
  const people = await within(context.office, context.actor.workspaceId, roster);
  const fixerId = errors.read('fixer', () => memberOf(people, textOf(values, 'fixer')));
  if (amount === undefined || deadline === undefined || fixerId === undefined)
    return { kind: 'fieldErrors', errors: errors.all() };
  const [words, saidBy] = [textOf(values, 'words'), textOf(values, 'saidBy')];
  try {
    return await record(context, found, {
      caseId: found.caseId,
      invoices: chosen(values['invoices']),
      ...amount,
      ...deadline,
      reason: readListed(textOf(values, 'reason')),
      ...(fixerId === null ? {} : { fixerId }),
      ...(words === '' ? {} : { words }),
      ...(saidBy === '' ? {} : { saidBy }),
    });
  } catch (error) {
    if (error instanceof DomainError && error.code === 'forbidden')
      return { kind: 'fieldErrors', errors: { deadline: error.message } };
    if (error instanceof DomainError) return { kind: 'fieldErrors', errors: { amount: error.message } };
    throw error;
  }
}

function readListed(text: string): DisputeReason {
  const found = disputeReasons.find((reason) => reason === text);
  if (found !== undefined) return found;
  throw new DomainError('invalid', `"${text}" is no reason: choose ${disputeReasons.join(', ')}.`);
}

async function record(context: Context, found: CaseOverview, word: DisputeWord): Promise<Reply> {
  const raised = await raiseDispute(context.office, context.actor, word);
  const today = await todayAt(context, found);
  const sum = formatMoney(money(raised.amount, found.currency));
  const what = `${sum} of ${raised.invoices.join(', ')} is disputed (${word.reason}) and rests. ${raised.fixer} answers by ${formatDate(raised.deadlineOn, { today })}; everything else is pressed as before.`;
  return { kind: 'card', card: noted(found, what) };
}

async function openAnswer(context: Context, args: Args): Promise<Reply> {
  const view = await within(context.office, context.actor.workspaceId, (scope) =>
    disputeView(scope, Number(args['dispute'])),
  );
  if (view === undefined) throw new DomainError('not_found', 'This dispute is not here any more.');
  return { kind: 'form', form: answerForm(view) };
}

async function answered(context: Context, args: Args, values: FormValues): Promise<Reply> {
  const view = await within(context.office, context.actor.workspaceId, (scope) =>
    disputeView(scope, Number(args['dispute'])),
  );
  if (view === undefined) throw new DomainError('not_found', 'This dispute is not here any more.');
  const errors = collectErrors();
  const upheld = errors.read('amount', () => readUpheld(values, view.of.currency));
  if (upheld === undefined) return { kind: 'fieldErrors', errors: errors.all() };
  return besideField('amount', async () => {
    const done = await resolveDispute(context.office, context.actor, view.dispute.id, {
      upheld,
      answer: textOf(values, 'answer'),
    });
    return told(afterwards(done, view.of.currency));
  });
}

function readUpheld(values: FormValues, currency: string): DisputeAnswer['upheld'] {
  switch (textOf(values, 'verdict')) {
    case 'all':
      return 'all';
    case 'part': {
      const { amount } = readMoney(textOf(values, 'amount'), { currency });
      if (amount > 0n) return amount;
      throw new DomainError(
        'invalid',
        'Nothing is not a part: answer "No", or name what they are right about.',
      );
    }
    default:
      return 0n;
  }
}

function afterwards(
  { amount, upheld, booked }: { readonly amount: bigint; readonly upheld: bigint; readonly booked: boolean },
  currency: string,
): string {
  const inWords = (sum: bigint): string => formatMoney(money(sum, currency));
  if (upheld === 0n)
    return `Rejected: ${inWords(amount)} is pressed again from today. The days at rest do not count.`;
  const credit = booked
    ? `A credit note of ${inWords(upheld)} is booked.`
    : `Finance is asked to book a credit note of ${inWords(upheld)}, which rests until then.`;
  return upheld === amount ? credit : `${credit} ${inWords(amount - upheld)} is pressed again from today.`;
}

async function credited(context: Context, args: Args): Promise<Reply> {
  const known = args['known'] === true;
  const { amount, currency } = await bookCredit(
    context.office,
    context.actor,
    Number(args['dispute']),
    known,
  );
  return told(
    known
      ? 'Noted: the books have the credit note already, so nothing was booked here.'
      : `A credit note of ${formatMoney(money(amount, currency))} is booked. See that your books have it, too.`,
  );
}
