import type { Action, FormValues, Reply } from '../../src/chat/types.ts';
import { DomainError } from '../../src/core/error.ts';
import { readMoney } from '../../src/core/money.ts';
import { readDate } from '../../src/core/reading/date.ts';
import type { CaseOverview } from '../../src/services/case/overview.ts';
import { cashOfCase, type PaymentOfCase } from '../../src/services/payment/list.ts';
import { paymentOf } from '../../src/services/payment/reverse.ts';
import { within } from '../../src/services/scope.ts';
import type { Context } from '../context.ts';
import { besideField, collectErrors, textOf } from '../reading/form-values.ts';
import { caseOfPress } from '../reading/case.ts';
import { allocate, deposit, listed, refund, reverse } from './acts.ts';
import { teamsToday } from '../reading/today.ts';
import {
  allocateForm,
  allocateTitle,
  refundForm,
  refundTitle,
  reverseForm,
  reverseTitle,
} from '../views/payment/list.ts';

type Args = Action['args'];

const finance = ['finance'];

async function caseAndCash(context: Context, args: Args) {
  const of = await caseOfPress(context, args['case']);
  return { of, cash: await cashOfCase(context.office, context.actor, of.caseId) };
}

async function paymentPressed(
  context: Context,
  args: Args,
): Promise<{ readonly of: CaseOverview; readonly one: PaymentOfCase }> {
  const { office, actor } = context;
  const id = Number(args['payment']);
  const { caseId } = await within(office, actor.workspaceId, (scope) => paymentOf(scope, id));
  const { of, cash } = await caseAndCash(context, { case: caseId });
  const one = cash.payments.find(({ paymentId }) => paymentId === id);
  if (one === undefined)
    throw new DomainError(
      'not_found',
      'This payment is too far back for a button: /payment reverse takes it by its amount.',
    );
  return { of, one };
}

export const changePresses = {
  show: {
    run: async (context: Context, args: Args): Promise<Reply> => {
      const { of, cash } = await caseAndCash(context, args);
      return listed(context, of, cash);
    },
  },
  openAllocate: {
    may: finance,
    opensForm: allocateTitle,
    run: async (context: Context, args: Args): Promise<Reply> => {
      const { of, cash } = await caseAndCash(context, args);
      return { kind: 'form', form: allocateForm(of, cash) };
    },
  },
  openRefund: {
    may: finance,
    opensForm: refundTitle,
    run: async (context: Context, args: Args): Promise<Reply> => {
      const { of, cash } = await caseAndCash(context, args);
      return { kind: 'form', form: refundForm(of, cash, await teamsToday(context)) };
    },
  },
  openReverse: {
    may: finance,
    opensForm: reverseTitle,
    run: async (context: Context, args: Args): Promise<Reply> => {
      const { of, one } = await paymentPressed(context, args);
      return { kind: 'form', form: reverseForm(of, one, await teamsToday(context)) };
    },
  },
  deposit: {
    may: finance,
    run: async (context: Context, args: Args): Promise<Reply> =>
      deposit(context, await caseOfPress(context, args['case'])),
  },
};

export const changeSubmissions = {
  allocate: { may: finance, run: submitAllocation },
  refund: { may: finance, run: submitRefund },
  reverse: {
    may: finance,
    run: async (context: Context, args: Args, values: FormValues): Promise<Reply> => {
      const { of, one } = await paymentPressed(context, args);
      const reason = [textOf(values, 'why'), textOf(values, 'note')].filter((text) => text !== '').join(': ');
      return reverse(context, of, one.paymentId, reason);
    },
  },
};

async function submitAllocation(context: Context, args: Args, values: FormValues): Promise<Reply> {
  const of = await caseOfPress(context, args['case']);
  const errors = collectErrors();
  const sum = errors.read('amount', () => optionalAmount(of, values));
  if (errors.any()) return { kind: 'fieldErrors', errors: errors.all() };
  const { invoices } = values;
  const named = Array.isArray(invoices) ? invoices : [];
  return besideField('amount', () =>
    allocate(context, of, {
      caseId: of.caseId,
      ...(sum === undefined ? {} : { amount: sum }),
      ...(named.length === 0 ? {} : { invoices: named }),
    }),
  );
}

async function submitRefund(context: Context, args: Args, values: FormValues): Promise<Reply> {
  const of = await caseOfPress(context, args['case']);
  const errors = collectErrors();
  const today = await teamsToday(context);
  const sum = errors.read('amount', () => optionalAmount(of, values));
  const on = errors.read('on', () =>
    readDate(textOf(values, 'on'), { today, order: context.workspace.dateOrder, looking: 'back' }),
  );
  if (errors.any() || on === undefined) return { kind: 'fieldErrors', errors: errors.all() };
  const reference = textOf(values, 'reference');
  return besideField('amount', () =>
    refund(context, of, {
      caseId: of.caseId,
      on,
      ...(sum === undefined ? {} : { amount: sum }),
      ...(reference === '' ? {} : { reference }),
    }),
  );
}

function optionalAmount(of: CaseOverview, values: FormValues): bigint | undefined {
  const text = textOf(values, 'amount');
  return text === '' ? undefined : readMoney(text, { currency: of.currency }).amount;
}
