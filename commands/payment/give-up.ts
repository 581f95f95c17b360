import type { Action, FormValues, Reply } from '../../src/chat/types.ts';
import { DomainError } from '../../src/core/error.ts';
import { formatMoney, readMoney } from '../../src/core/money.ts';
import { someOf } from '../../src/core/reading/some-of.ts';
import type { CaseOverview } from '../../src/services/case/overview.ts';
import { casesOfCustomer } from '../../src/services/customer/cases.ts';
import { findCustomer } from '../../src/services/customer/find.ts';
import { proposeWaiver } from '../../src/services/fee-waiver/propose.ts';
import { sumsInWords } from '../../src/services/fee-waiver/sums.ts';
import { cashOfCase } from '../../src/services/payment/list.ts';
import { within } from '../../src/services/scope.ts';
import { proposeWriteOff } from '../../src/services/write-off/propose.ts';
import { reverseWriteOff } from '../../src/services/write-off/reverse.ts';
import type { WriteOffWish } from '../../src/services/write-off/share.ts';
import { type WriteOffView, writeOffView } from '../../src/services/write-off/view.ts';
import type { Context } from '../context.ts';
import { caseOfPress } from '../reading/case.ts';
import { besideField, chosen, textOf } from '../reading/form-values.ts';
import { noted } from '../views/noted.ts';
import { takeBackForm, waiverForm, writeOffForm } from '../views/write-off.ts';

type Args = Action['args'];

/** `/payment write-off customer R-1 because insolvent`, `/payment waive customer interest because …`. */
export async function giveUpTyped(
  context: Context,
  verb: 'write-off' | 'waive',
  text: string,
): Promise<Reply> {
  const [, said = text, reason = ''] = /^(.*?)\s+because\s+(.*)$/is.exec(text) ?? [];
  const { of, words } = await caseTyped(context, said);
  if (verb === 'waive') return waive(context, of, { ...partsIn(words), reason });
  return writeOff(context, of, wishIn(of, words), reason);
}

async function caseTyped(
  { office, actor }: Context,
  text: string,
): Promise<{ readonly of: CaseOverview; readonly words: readonly string[] }> {
  return within(office, actor.workspaceId, async (scope) => {
    const { customerId, rest } = await findCustomer(scope, text);
    const cases = await casesOfCustomer(scope, customerId);
    const [first] = cases;
    if (first === undefined)
      throw new DomainError(
        'not_found',
        'Nothing was ever open for this customer: there is nothing to give up.',
      );
    const of = cases.find(({ currency }) => rest.includes(currency)) ?? first;
    return { of, words: wordsIn(rest.replace(of.currency, '').trim()) };
  });
}

/** The comma in "€12,400.00" parts no words. */
function wordsIn(text: string): readonly string[] {
  return oneAmount.test(text) ? [text] : text.split(/[\s,;]+/).filter((word) => word !== '');
}

const oneAmount = /^\p{Sc}?\d+([.,]\d{3})*([.,]\d{1,2})?$/u;

/** A single word that is an amount is one; anything else names invoices. */
function wishIn(of: CaseOverview, words: readonly string[]): WriteOffWish {
  const [first = '', second] = words;
  if (first === '')
    throw new DomainError(
      'invalid',
      `What shall be given up? Write invoices, an amount or residuals, such as /payment write-off ${of.number} ${formatMoney(of.open)} because insolvent.`,
    );
  if (second === undefined && /^residuals?$/i.test(first)) return { kind: 'residuals' };
  if (second === undefined && oneAmount.test(first))
    return { kind: 'amount', amount: readMoney(first, { currency: of.currency }).amount };
  return { kind: 'invoices', numbers: words };
}

function partsIn(words: readonly string[]) {
  const [first = '', ...rest] = words;
  const word = first.toLowerCase();
  const isPart = ['interest', 'fees', 'all'].includes(word);
  return {
    interest: word !== 'fees',
    fixedSums: word !== 'interest',
    invoices: isPart ? rest : words,
  };
}

async function writeOff(
  context: Context,
  of: CaseOverview,
  wish: WriteOffWish,
  reason: string,
): Promise<Reply> {
  const word = { caseId: of.caseId, wish, reason };
  const { amount, invoices, who } = await proposeWriteOff(context.office, context.actor, word);
  const what = `writing off ${formatMoney(amount)} of ${someOf(invoices)} is proposed. It is booked when agreed to by ${who}.`;
  return { kind: 'card', card: noted(of, what) };
}

async function waive(
  context: Context,
  of: CaseOverview,
  word: {
    readonly invoices: readonly string[];
    readonly interest: boolean;
    readonly fixedSums: boolean;
    readonly reason: string;
  },
): Promise<Reply> {
  const { sums, invoices, who } = await proposeWaiver(context.office, context.actor, {
    caseId: of.caseId,
    ...word,
  });
  const what = `waiving ${sumsInWords(sums)} of late costs of ${someOf(invoices)} is proposed. It counts when agreed to by ${who}.`;
  return { kind: 'card', card: noted(of, what) };
}

async function viewOf({ office, actor }: Context, args: Args): Promise<WriteOffView> {
  const view = await within(office, actor.workspaceId, (scope) =>
    writeOffView(scope, Number(args['writeOff'])),
  );
  if (view !== undefined) return view;
  throw new DomainError('not_found', 'This write-off is not here any more.');
}

export const giveUpPresses = {
  openWriteOff: {
    opensForm: 'Write off',
    run: async (context: Context, args: Args): Promise<Reply> => {
      const of = await caseOfPress(context, args['case']);
      const { invoices } = await cashOfCase(context.office, context.actor, of.caseId);
      if (invoices.length === 0)
        throw new DomainError('conflict', 'Nothing is open here: there is nothing to write off.');
      return { kind: 'form', form: writeOffForm(of, invoices) };
    },
  },
  openTakeBack: {
    opensForm: 'Take back',
    run: async (context: Context, args: Args): Promise<Reply> => ({
      kind: 'form',
      form: takeBackForm(await viewOf(context, args)),
    }),
  },
  openWaive: {
    opensForm: 'Waive late costs',
    run: async (context: Context, args: Args): Promise<Reply> => ({
      kind: 'form',
      form: waiverForm(await caseOfPress(context, args['case'])),
    }),
  },
};

export const giveUpSubmissions = {
  writeOff: { run: submitWriteOff },
  takeBack: { run: submitTakeBack },
  waive: { run: submitWaiver },
};

async function submitWriteOff(context: Context, args: Args, values: FormValues): Promise<Reply> {
  const of = await caseOfPress(context, args['case']);
  const numbers = chosen(values['invoices']);
  const sum = textOf(values, 'amount');
  if ((numbers.length === 0) === (sum === ''))
    return { kind: 'fieldErrors', errors: { amount: 'Choose invoices, or write an amount: one of both.' } };
  const wish = async (): Promise<Reply> =>
    writeOff(
      context,
      of,
      numbers.length > 0 ? { kind: 'invoices', numbers } : wishIn(of, [sum]),
      textOf(values, 'reason'),
    );
  return besideField('amount', wish, 'anything');
}

async function submitTakeBack(context: Context, args: Args, values: FormValues): Promise<Reply> {
  const { of } = await viewOf(context, args);
  return besideField(
    'reason',
    async () => {
      const { amount, reopened } = await reverseWriteOff(
        context.office,
        context.actor,
        Number(args['writeOff']),
        textOf(values, 'reason'),
      );
      const what = `the write-off of ${formatMoney(amount)} is taken back; open again: ${someOf(reopened)}. Unapplied cash is allocated with /payment allocate.`;
      return { kind: 'card', card: noted(of, what) };
    },
    'anything',
  );
}

async function submitWaiver(context: Context, args: Args, values: FormValues): Promise<Reply> {
  const of = await caseOfPress(context, args['case']);
  const parts = textOf(values, 'parts');
  const invoices = textOf(values, 'invoices')
    .split(/[\s,;]+/)
    .filter((number) => number !== '');
  return besideField(
    'invoices',
    () =>
      waive(context, of, {
        invoices,
        interest: parts !== 'fees',
        fixedSums: parts !== 'interest',
        reason: textOf(values, 'reason'),
      }),
    'anything',
  );
}
