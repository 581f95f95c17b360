import type { Command, Form, FormValues, Reply } from '../src/chat/types.ts';
import { DomainError } from '../src/core/error.ts';
import { readDate } from '../src/core/reading/date.ts';
import { decideApproval } from '../src/services/approval/decide.ts';
import { askAgain } from '../src/services/approval/again.ts';
import { raiseCase } from '../src/services/case/raise.ts';
import { stepsAhead } from '../src/services/case/steps-ahead.ts';
import type { CaseOverview } from '../src/services/case/overview.ts';
import { bundleForLegal } from './letter/bundle.ts';
import type { Context } from './context.ts';
import { besideField, collectErrors, textOf } from './reading/form-values.ts';
import { caseNamed, caseOfPress } from './reading/case.ts';
import { teamsToday } from './reading/today.ts';
import { noted } from './views/noted.ts';
import { told } from './views/told.ts';
import { amount, stepLabel } from './views/words.ts';

/** `/escalate customer`: raise a case by hand; and the approvals that escalations ask for. */
export const escalate: Command<Context> = {
  name: 'escalate',
  summary: 'Raise a case to a later step',
  options: [{ name: 'customer', summary: 'part of a name, or a number', example: '/escalate lagerhaus' }],
  may: ['rep', 'lead', 'manager'],
  plan: () => ({ kind: 'form', title: 'Escalate' }),
  run: async (context, text) => ({
    kind: 'form',
    form: await raiseForm(context, (await caseNamed(context, text)).found),
  }),
  presses: {
    open: {
      opensForm: 'Escalate',
      run: async (context, args) => ({
        kind: 'form',
        form: await raiseForm(context, await caseOfPress(context, args['case'])),
      }),
    },
    // Who may decide is a matter of the case, not of a role alone: the service says it.
    approve: {
      may: everybody(),
      run: async (context, args) => approved(context, Number(args['approval'])),
    },
    again: {
      may: everybody(),
      opensForm: 'Ask again',
      run: (_context, args) => Promise.resolve({ kind: 'form', form: againForm(Number(args['approval'])) }),
    },
    refuse: {
      may: everybody(),
      opensForm: 'Refuse',
      run: (_context, args) => Promise.resolve({ kind: 'form', form: refuseForm(Number(args['approval'])) }),
    },
  },
  submissions: {
    raise: { run: raised },
    refuse: { may: everybody(), run: refused },
    again: { may: everybody(), run: askedAgain },
  },
};

function everybody(): readonly string[] {
  return ['rep', 'lead', 'manager', 'finance', 'legal', 'admin'];
}

async function raiseForm({ office, actor }: Context, found: CaseOverview): Promise<Form> {
  const later = await stepsAhead(office, actor, found.caseId);
  if (later.length === 0) throw new DomainError('conflict', `${found.name} is at the last step already.`);
  return {
    title: 'Escalate',
    submit: 'Raise',
    intro: [{ kind: 'text', text: [{ bold: found.name }, ` · ${amount(found.overdue)} overdue`] }],
    fields: [
      {
        kind: 'choice',
        name: 'step',
        label: 'Raise to',
        options: later.map((step) => ({ value: step.key, label: step.label })),
      },
      { kind: 'text', name: 'reason', label: 'Why?', multiline: true, maxLength: 500 },
    ],
    action: { command: 'escalate', action: 'raise', args: { case: found.caseId } },
  };
}

async function raised(
  context: Context,
  args: Readonly<Record<string, unknown>>,
  values: FormValues,
): Promise<Reply> {
  const found = await caseOfPress(context, args['case']);
  const step = textOf(values, 'step');
  await raiseCase(context.office, context.actor, found.caseId, step, textOf(values, 'reason'));
  return {
    kind: 'card',
    card: noted(
      found,
      `raised to ${stepLabel(step)}. What the law asks for still comes first: a claim needs a delivered demand and an approval.`,
    ),
  };
}

async function approved(context: Context, approvalId: number): Promise<Reply> {
  const decided = await decideApproval(context.office, context.actor, approvalId, { kind: 'approve' });
  switch (decided.status) {
    case 'agreed':
      return told(
        `You agree; that is recorded. One more person must agree: ${decided.missing.join(' or ') || 'an admin names one with /team'}.`,
      );
    case 'lapsed':
      return told(
        `This changed since it was asked, so it lapsed: ${decided.because}. What is still due is asked anew.`,
      );
    case 'approved':
    case 'refused':
      return told(
        `Approved. It is carried out now and recorded under your name.${await bundleForLegal(context, approvalId)}`,
      );
  }
}

function againForm(approvalId: number): Form {
  return {
    title: 'Ask again',
    submit: 'Ask again',
    intro: [{ kind: 'small', text: 'Whoever decides sees the refusal and what you write here.' }],
    fields: [{ kind: 'text', name: 'grounds', label: 'What is new?', multiline: true, maxLength: 500 }],
    action: { command: 'escalate', action: 'again', args: { approval: approvalId } },
  };
}

async function askedAgain(
  context: Context,
  args: Readonly<Record<string, unknown>>,
  values: FormValues,
): Promise<Reply> {
  await askAgain(context.office, context.actor, Number(args['approval']), textOf(values, 'grounds'));
  return told('It is asked again as soon as it may be, with the refusal and your grounds beside it.');
}

function refuseForm(approvalId: number): Form {
  return {
    title: 'Refuse',
    submit: 'Refuse',
    fields: [
      { kind: 'text', name: 'reason', label: 'Why not?', multiline: true, maxLength: 500 },
      {
        kind: 'text',
        name: 'reviewOn',
        label: 'Look again on',
        hint: 'Such as Fri, 27 Nov or +5',
        maxLength: 40,
      },
    ],
    action: { command: 'escalate', action: 'refuse', args: { approval: approvalId } },
  };
}

async function refused(
  context: Context,
  args: Readonly<Record<string, unknown>>,
  values: FormValues,
): Promise<Reply> {
  const errors = collectErrors();
  const today = await teamsToday(context);
  const reviewOn = errors.read('reviewOn', () =>
    readDate(textOf(values, 'reviewOn'), { today, order: context.workspace.dateOrder }),
  );
  if (reviewOn === undefined) return { kind: 'fieldErrors', errors: errors.all() };
  const reason = textOf(values, 'reason');
  return besideField('reviewOn', async () => {
    await decideApproval(context.office, context.actor, Number(args['approval']), {
      kind: 'refuse',
      reason,
      reviewOn,
    });
    return told('Refused. It is recorded under your name and looked at again on that day.');
  });
}
