import type { Command, FormValues, Reply } from '../src/chat/types.ts';
import { businessDate } from '../src/core/calendar/business-date.ts';
import { formatDate } from '../src/core/calendar/format-date.ts';
import { DomainError } from '../src/core/error.ts';
import { formatMoney, money, readMoney } from '../src/core/money.ts';
import { readDate } from '../src/core/reading/date.ts';
import type { CaseOverview } from '../src/services/case/overview.ts';
import { casesOfCustomer } from '../src/services/customer/cases.ts';
import { findCustomer } from '../src/services/customer/find.ts';
import { advisePayment } from '../src/services/payment/advise.ts';
import { type PaymentWord, recordPayment } from '../src/services/payment/record.ts';
import { within } from '../src/services/scope.ts';
import type { Context } from './context.ts';
import { collectErrors, textOf } from './reading/form-values.ts';
import { caseOfPress } from './reading/case.ts';
import { promisedAmount } from './reading/amount.ts';
import { teamsToday } from './reading/today.ts';
import { noted } from './views/noted.ts';
import { readPayment, readReceipt, type TypedPayment } from './payment/read.ts';
import { changePresses, changeSubmissions } from './payment/changes.ts';
import { giveUpPresses, giveUpSubmissions } from './payment/give-up.ts';
import { changeTyped, verbIn } from './payment/typed.ts';
import { linePresses, lineSubmissions, waitingLines } from './payment/bank-lines.ts';
import { adviceForm, cashForm, doubleCard, recordedCard } from './views/payment.ts';

type Args = Readonly<Record<string, unknown>>;

const finance = ['finance'];

/** `/payment customer amount [day] [reference]`: cash from finance, word of it from everybody else. */
export const payment: Command<Context> = {
  name: 'payment',
  summary: 'Record or change cash (finance), note that money is on its way, or propose a write-off',
  options: [
    { name: 'amount', summary: 'today', example: '/payment lagerhaus 4100' },
    { name: 'day', summary: 'and a reference (finance)', example: '/payment lagerhaus 4100 20 Nov R-101' },
    { name: 'allocate', summary: 'unapplied cash (finance)', example: '/payment allocate lagerhaus R-101' },
    { name: 'refund', summary: 'unapplied cash (finance)', example: '/payment refund lagerhaus 600' },
    {
      name: 'reverse',
      summary: 'what bounced (finance)',
      example: '/payment reverse lagerhaus 4100 bounced',
    },
    { name: 'deposit', summary: 'keep unapplied cash (finance)', example: '/payment deposit lagerhaus' },
    {
      name: 'write-off',
      summary: 'propose to give up what is open; two others agree',
      example: '/payment write-off lagerhaus R-101 because insolvent',
    },
    {
      name: 'waive',
      summary: 'propose to waive late interest or fixed sums',
      example: '/payment waive lagerhaus interest because our fault',
    },
    { name: 'list', summary: 'what came in', example: '/payment list lagerhaus' },
  ],
  plan: (text) =>
    hasAmount(text) || verbIn(text) !== undefined || text.trim() === ''
      ? { kind: 'reply', visibility: 'private' }
      : { kind: 'form', title: 'Payment' },
  run: typed,
  presses: {
    open: {
      opensForm: 'Payment',
      run: async (context, args) => formFor(context, await caseOfPress(context, args['case'])),
    },
    again: { may: finance, run: pressAgain },
    ...changePresses,
    ...giveUpPresses,
    ...linePresses,
  },
  submissions: {
    record: { may: finance, run: submitCash },
    advise: { run: submitAdvice },
    ...changeSubmissions,
    ...giveUpSubmissions,
    ...lineSubmissions,
  },
};

/** A word after the customer's name that could be an amount. */
function hasAmount(text: string): boolean {
  return text
    .split(/\s+/)
    .slice(1)
    .some((word) => /\d/.test(word));
}

async function typed(context: Context, text: string): Promise<Reply> {
  if (text.trim() === '' && isFinance(context)) return waitingLines(context);
  const change = verbIn(text);
  if (change !== undefined) return changeTyped(context, change.verb, change.rest);
  const { cases, rest } = await customerTyped(context, text);
  const words = rest.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return formFor(context, onlyCase(cases));
  const found = readPayment(cases, words);
  if (!isFinance(context)) return advise(context, found.of, found.amount, found.rest.join(' '));
  const receipt = readReceipt(found.rest, await teamsToday(context), context.workspace.dateOrder);
  return recordCash(context, found.of, wordOf(found, receipt));
}

async function customerTyped(context: Context, text: string) {
  return within(context.office, context.actor.workspaceId, async (scope) => {
    const { customerId, rest } = await findCustomer(scope, text);
    const [first, ...others] = await casesOfCustomer(scope, customerId);
    if (first === undefined)
      throw new DomainError('not_found', 'Nothing was ever open for this customer: there is nothing to pay.');
    return { cases: [first, ...others] as const, rest };
  });
}

function onlyCase(cases: readonly [CaseOverview, ...CaseOverview[]]): CaseOverview {
  const [first, second] = cases;
  if (second === undefined) return first;
  throw new DomainError(
    'invalid',
    `${first.name} owes in ${cases.map(({ currency }) => currency).join(' and ')}: write the amount with its currency after the name.`,
  );
}

function wordOf(
  { of, amount }: TypedPayment,
  { receivedOn, reference }: ReturnType<typeof readReceipt>,
): PaymentWord {
  return { caseId: of.caseId, amount, receivedOn, ...(reference === undefined ? {} : { reference }) };
}

const isFinance = ({ member }: Context): boolean => member.roles.includes('finance');

async function formFor(context: Context, of: CaseOverview): Promise<Reply> {
  return {
    kind: 'form',
    form: isFinance(context) ? cashForm(of, await teamsToday(context)) : adviceForm(of),
  };
}

async function recordCash(context: Context, of: CaseOverview, word: PaymentWord): Promise<Reply> {
  const done = await recordPayment(context.office, context.actor, word);
  const today = await teamsToday(context);
  const card =
    done.kind === 'recorded' ? recordedCard(of, word, done, today) : doubleCard(of, word, done.alike, today);
  return { kind: 'card', card };
}

async function advise(context: Context, of: CaseOverview, amount: bigint, note: string): Promise<Reply> {
  const until = await advisePayment(context.office, context.actor, {
    caseId: of.caseId,
    amount,
    ...(note === '' ? {} : { note }),
  });
  const day = formatDate(until, { today: await teamsToday(context) });
  const what = `${formatMoney(money(amount, of.currency))} on its way rests until ${day}; only finance records cash.`;
  return { kind: 'card', card: noted(of, what) };
}

async function submitCash(context: Context, args: Args, values: FormValues): Promise<Reply> {
  const of = await caseOfPress(context, args['case']);
  const errors = collectErrors();
  const options = {
    today: await teamsToday(context),
    order: context.workspace.dateOrder,
    looking: 'back',
  } as const;
  const amount = errors.read(
    'amount',
    () => readMoney(textOf(values, 'amount'), { currency: of.currency }).amount,
  );
  const receivedOn = errors.read('receivedOn', () => readDate(textOf(values, 'receivedOn'), options));
  const named = errors.read('invoices', () => readNumbers(values));
  if (amount === undefined || receivedOn === undefined || named === undefined)
    return { kind: 'fieldErrors', errors: errors.all() };
  const reference = textOf(values, 'reference');
  return recordCash(context, of, {
    caseId: of.caseId,
    amount,
    receivedOn,
    ...(reference === '' ? {} : { reference }),
    ...(named.length === 0 ? {} : { invoices: named }),
  });
}

/** Empty: as configured. */
function readNumbers(values: FormValues): readonly string[] {
  if (textOf(values, 'which') !== 'named') return [];
  const numbers = textOf(values, 'invoices')
    .split(/[\s,;]+/)
    .filter((number) => number !== '');
  if (numbers.length > 0) return numbers;
  throw new DomainError('invalid', 'Write the numbers of the invoices that it pays.');
}

async function submitAdvice(context: Context, args: Args, values: FormValues): Promise<Reply> {
  const of = await caseOfPress(context, args['case']);
  const errors = collectErrors();
  const amount = errors.read('amount', () => promisedAmount(of, textOf(values, 'amount')));
  if (amount === undefined) return { kind: 'fieldErrors', errors: errors.all() };
  return advise(context, of, amount, textOf(values, 'note'));
}

/** The button of a possible double knows how many such payments there were; one more since means that it was pressed. */
async function pressAgain(context: Context, args: Args): Promise<Reply> {
  const of = await caseOfPress(context, args['case']);
  const { reference, invoices } = args;
  return recordCash(context, of, {
    caseId: of.caseId,
    amount: BigInt(String(args['amount'])),
    receivedOn: businessDate(String(args['receivedOn'])),
    knownAlike: Number(args['alike']),
    ...(typeof reference === 'string' ? { reference } : {}),
    ...(typeof invoices === 'string' ? { invoices: invoices.split(' ') } : {}),
  });
}
