import type { Card, Command, FormValues, Reply } from '../src/chat/types.ts';
import { DomainError } from '../src/core/error.ts';
import { type Money, sum } from '../src/core/money.ts';
import { readSchedule } from '../src/core/plan/read.ts';
import type { Instalment } from '../src/core/plan/schedule.ts';
import type { CaseOverview } from '../src/services/case/overview.ts';
import { roster } from '../src/services/member/roster.ts';
import { cancelPlan, decidePlan } from '../src/services/plan/decide.ts';
import { type Plannable, plannable, type PlannableInvoice } from '../src/services/plan/plannable.ts';
import { proposePlan } from '../src/services/plan/propose.ts';
import { planView } from '../src/services/plan/view.ts';
import { within } from '../src/services/scope.ts';
import type { Context } from './context.ts';
import { caseNamed, caseOfPress } from './reading/case.ts';
import { besideField, textOf } from './reading/form-values.ts';
import { noted } from './views/noted.ts';
import { planCard } from './views/plan.ts';
import { planForm, reasonForm } from './views/plan/form.ts';
import { amount, onDay } from './views/words.ts';

type Args = Readonly<Record<string, unknown>>;

const everybody = ['rep', 'lead', 'manager', 'finance', 'legal', 'admin'];

/** `/plan customer [4 x 2,500 monthly from 1 Dec]`: in one line, or with a form; shows the plan that there is. */
export const plan: Command<Context> = {
  name: 'plan',
  summary: 'Agree on instalments with a customer',
  options: [
    {
      name: 'customer instalments',
      summary: 'all that is overdue in instalments; the last takes the rest',
      example: '/plan lagerhaus 4 x 2,500 monthly from 1 Dec',
    },
    { name: 'customer', summary: 'the plan there is, or a form', example: '/plan lagerhaus' },
  ],
  may: ['rep', 'lead', 'manager', 'admin'],
  plan: (text) =>
    /\d/.test(text) ? { kind: 'reply', visibility: 'private' } : { kind: 'form', title: 'Instalment plan' },
  run: async (context, text) => {
    const { found, rest } = await caseNamed(context, text.replaceAll(/["“”„]/g, ' '));
    if (rest !== '') return oneLine(context, found, rest);
    return found.plan === undefined ? form(context, found) : show(context, found.plan.id);
  },
  presses: {
    open: {
      opensForm: 'Instalment plan',
      run: async (context, args) => form(context, await caseOfPress(context, args['case'])),
    },
    show: { may: everybody, run: async (context, args) => show(context, Number(args['plan'])) },
    // Who may decide is a matter of the plan, not of a role alone: the service says it.
    allow: { may: everybody, run: allow },
    refuse: { may: everybody, opensForm: 'Refuse', run: (_context, args) => reasons('refuse', args) },
    cancel: { may: everybody, opensForm: 'Cancel plan', run: (_context, args) => reasons('cancel', args) },
  },
  submissions: {
    propose: { run: submitted },
    refuse: { may: everybody, run: refused },
    cancel: { may: everybody, run: cancelled },
  },
};

async function form(context: Context, found: CaseOverview): Promise<Reply> {
  const { invoices, calendar, today } = await plannableOf(context, found);
  if (invoices.length === 0) throw new DomainError('conflict', `Nothing is open of ${found.name}.`);
  const chosen = invoices.filter(({ suggested }) => suggested);
  const options = { total: totalOf(chosen, found), calendar, today, order: context.workspace.dateOrder };
  return {
    kind: 'form',
    form: planForm({ of: found, invoices, suggested: suggestion(options), today }),
  };
}

/** Four months, unless the sum is too small for that. */
function suggestion(options: Parameters<typeof readSchedule>[1]): readonly Instalment[] {
  try {
    return readSchedule('4 monthly', options);
  } catch {
    return [];
  }
}

async function show(context: Context, planId: number): Promise<Reply> {
  return within(context.office, context.actor.workspaceId, async (scope) => {
    const view = await planView(scope, planId);
    if (view === undefined) throw new DomainError('not_found', `There is no plan ${planId} here.`);
    return { kind: 'card', card: planCard(view, await roster(scope), scope.today) };
  });
}

async function oneLine(context: Context, found: CaseOverview, rest: string): Promise<Reply> {
  const { invoices, calendar, today } = await plannableOf(context, found);
  const chosen = invoices.filter(({ suggested }) => suggested);
  const total = totalOf(chosen, found);
  const instalments = readSchedule(rest, { total, calendar, today, order: context.workspace.dateOrder });
  return propose(context, found, chosen, instalments, today);
}

async function submitted(context: Context, args: Args, values: FormValues): Promise<Reply> {
  const found = await caseOfPress(context, args['case']);
  const { invoices, calendar, today } = await plannableOf(context, found);
  const asked = [values['invoices'] ?? []].flat();
  const chosen = invoices.filter(({ id }) => asked.includes(String(id)));
  if (chosen.length === 0)
    return { kind: 'fieldErrors', errors: { invoices: 'Choose at least one invoice.' } };
  return besideField('schedule', async () => {
    const total = totalOf(chosen, found);
    const order = context.workspace.dateOrder;
    const instalments = readSchedule(textOf(values, 'schedule'), { total, calendar, today, order });
    return propose(context, found, chosen, instalments, today);
  });
}

async function propose(
  context: Context,
  found: CaseOverview,
  chosen: readonly PlannableInvoice[],
  instalments: readonly Instalment[],
  today: Plannable['today'],
): Promise<Reply> {
  const { agreed } = await proposePlan(context.office, context.actor, {
    caseId: found.caseId,
    invoiceIds: chosen.map(({ id }) => id),
    instalments,
  });
  const days = instalments
    .map(
      ({ amount: part, dueOn }) =>
        `${amount({ amount: part, currency: found.currency })} on ${onDay(dueOn, today)}`,
    )
    .join(', ');
  const effect = agreed
    ? 'Agreed; its invoices rest while it is kept.'
    : 'It waits for approval in the case’s thread; until then nothing rests.';
  return {
    kind: 'card',
    card: noted(found, `plan of ${amount(totalOf(chosen, found))}: ${days}. ${effect}`),
  };
}

async function allow(context: Context, args: Args): Promise<Reply> {
  const decided = await decidePlan(context.office, context.actor, Number(args['plan']), { kind: 'allow' });
  return decided === 'lapsed'
    ? told('What is open changed since the plan was proposed, so it lapsed: propose it anew with /plan.')
    : told('Agreed. Its invoices rest while the plan is kept; it is recorded under your name.');
}

const reasons = (action: 'refuse' | 'cancel', args: Args): Promise<Reply> =>
  Promise.resolve({ kind: 'form', form: reasonForm(action, Number(args['plan'])) });

async function refused(context: Context, args: Args, values: FormValues): Promise<Reply> {
  const reason = textOf(values, 'reason');
  await decidePlan(context.office, context.actor, Number(args['plan']), { kind: 'refuse', reason });
  return told('Refused. Nothing of it rests; it is recorded under your name.');
}

async function cancelled(context: Context, args: Args, values: FormValues): Promise<Reply> {
  await cancelPlan(context.office, context.actor, Number(args['plan']), textOf(values, 'reason'));
  return told('Cancelled. What is open is pressed again, from where it stood.');
}

function told(text: string): Reply {
  const card: Card = { summary: text, parts: [{ kind: 'text', text }] };
  return { kind: 'card', card };
}

function totalOf(invoices: readonly PlannableInvoice[], { currency }: CaseOverview): Money {
  return sum(
    invoices.map(({ open }) => open),
    currency,
  );
}

async function plannableOf(context: Context, { caseId }: CaseOverview): Promise<Plannable> {
  return within(context.office, context.actor.workspaceId, (scope) => plannable(scope, caseId));
}
