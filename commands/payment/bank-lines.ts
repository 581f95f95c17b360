import type { Action, FormValues, Reply } from '../../src/chat/types.ts';
import { DomainError } from '../../src/core/error.ts';
import { decideLine, type LineDecision } from '../../src/services/bank/decide.ts';
import { type BankLineView, bankLinesWaiting, bankLineView } from '../../src/services/bank/view.ts';
import { casesOfCustomer } from '../../src/services/customer/cases.ts';
import { findCustomer } from '../../src/services/customer/find.ts';
import { within } from '../../src/services/scope.ts';
import type { Context } from '../context.ts';
import { textOf } from '../reading/form-values.ts';
import { teamsToday } from '../reading/today.ts';
import { bankLineCard, otherForm, otherTitle, waitingListCard } from '../views/payment/bank-line.ts';

type Args = Action['args'];

const finance = ['finance'];

/** The bank's money that waits, one line each. */
export async function waitingLines(context: Context): Promise<Reply> {
  const rows = await bankLinesWaiting(context.office, context.actor);
  return { kind: 'card', card: waitingListCard(rows, await teamsToday(context)) };
}

async function lineOf({ office, actor }: Context, args: Args): Promise<BankLineView> {
  const view = await within(office, actor.workspaceId, (scope) => bankLineView(scope, Number(args['line'])));
  if (view === undefined) throw new DomainError('not_found', 'This line is not here any more: see /payment.');
  return view;
}

/** What was decided is seen on the live card, which is current within a moment; an answer is replaced. */
async function decide(context: Context, args: Args, decision: LineDecision): Promise<Reply> {
  await decideLine(context.office, context.actor, Number(args['line']), decision);
  if (args['answer'] !== true) return { kind: 'silent' };
  return {
    kind: 'replace',
    card: bankLineCard(await lineOf(context, args), await teamsToday(context), true),
  };
}

async function pressProposal(context: Context, args: Args): Promise<Reply> {
  const { proposals } = await lineOf(context, args);
  const one = proposals[Number(args['proposal'])];
  if (one === undefined) throw new DomainError('not_found', 'This proposal is gone: see /payment.');
  const { caseId, writeOffId } = one;
  if (one.act === 'recover' && caseId !== null && writeOffId !== undefined)
    return decide(context, args, { kind: 'recover', caseId, writeOffId, invoices: one.invoices });
  if ((one.act === 'known' || one.act === 'reverse') && one.paymentId !== null)
    return decide(context, args, { kind: one.act, paymentId: one.paymentId });
  if (caseId === null)
    throw new DomainError(
      'invalid',
      `Nothing was ever open for ${one.name} in this currency: choose another customer.`,
    );
  return decide(context, args, { kind: 'book', caseId, invoices: one.invoices });
}

export const linePresses = {
  line: { may: finance, run: pressProposal },
  ignoreLine: {
    may: finance,
    run: (context: Context, args: Args): Promise<Reply> => decide(context, args, { kind: 'ignore' }),
  },
  showLine: {
    may: finance,
    run: async (context: Context, args: Args): Promise<Reply> => ({
      kind: 'card',
      card: bankLineCard(await lineOf(context, args), await teamsToday(context), true),
    }),
  },
  openOther: {
    may: finance,
    opensForm: otherTitle,
    run: async (context: Context, args: Args): Promise<Reply> => ({
      kind: 'form',
      form: otherForm((await lineOf(context, args)).row, args),
    }),
  },
};

export const lineSubmissions = { other: { may: finance, run: submitOther } };

async function submitOther(context: Context, args: Args, values: FormValues): Promise<Reply> {
  const { row } = await lineOf(context, args);
  const invoices = textOf(values, 'invoices')
    .split(/[\s,;]+/)
    .filter((number) => number !== '');
  try {
    const caseId = await caseNamed(context, textOf(values, 'customer'), row.currency);
    return await decide(context, { ...args, answer: false }, { kind: 'book', caseId, invoices });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'conflict') throw error;
    const field = error.message.startsWith('Invoice') ? 'invoices' : 'customer';
    return { kind: 'fieldErrors', errors: { [field]: error.message } };
  }
}

async function caseNamed({ office, actor }: Context, text: string, currency: string): Promise<number> {
  return within(office, actor.workspaceId, async (scope) => {
    const { customerId, rest } = await findCustomer(scope, text);
    if (rest !== '')
      throw new DomainError(
        'not_found',
        `No customer is called "${text}": try part of the name, or the number.`,
      );
    const found = (await casesOfCustomer(scope, customerId)).find((one) => one.currency === currency);
    if (found !== undefined) return found.caseId;
    throw new DomainError(
      'invalid',
      `Nothing was ever open for them in ${currency}: import their invoices first.`,
    );
  });
}
