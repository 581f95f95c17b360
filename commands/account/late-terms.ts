import type { Action, FormValues, Press, Reply, Submission, Text } from '../../src/chat/types.ts';
import { lateLaw } from '../../src/core/interest/law.ts';
import {
  customerTerms,
  saveCustomerTerms,
  saveWorkspaceTerms,
  termsRoles,
} from '../../src/services/interest/terms.ts';
import { within } from '../../src/services/scope.ts';
import type { Context } from '../context.ts';
import { collectErrors } from '../reading/form-values.ts';
import { readLateTerms } from './read-late-terms.ts';
import { lawWords } from '../views/account/late-costs.ts';
import { customerTermsForm, teamTermsForm } from '../views/account/late-terms-form.ts';

/** What late payment costs one customer, as a form of `/account`. */
export const customerTermsPress: Press<Context> = {
  may: termsRoles,
  opensForm: 'Late payment',
  run: async (context, args) => customerForm(context, Number(args['customer'])),
};

export const customerTermsSubmission: Submission<Context> = { may: termsRoles, run: submitCustomer };

/** What late payment costs everybody else, as a form of `/team`. */
export const teamTermsPress: Press<Context> = {
  may: ['admin'],
  opensForm: 'Late payment',
  run: (context) => Promise.resolve({ kind: 'form', form: teamTermsForm(context.workspace.lateTerms) }),
};

export const teamTermsSubmission: Submission<Context> = { may: ['admin'], run: submitTeam };

async function customerForm(context: Context, customerId: number): Promise<Reply> {
  const terms = await within(context.office, context.actor.workspaceId, (scope) =>
    customerTerms(scope, customerId),
  );
  return { kind: 'form', form: customerTermsForm(customerId, terms) };
}

async function submitCustomer(context: Context, args: Action['args'], values: FormValues): Promise<Reply> {
  const errors = collectErrors();
  const terms = readLateTerms(values, errors);
  if (terms === undefined) return { kind: 'fieldErrors', errors: errors.all() };
  const customerId = Number(args['customer']);
  const own = Object.keys(terms).length === 0 ? null : terms;
  const { name, law } = await saveCustomerTerms(context.office, context.actor, customerId, own);
  return noted([{ bold: name }, `: late payment costs ${lawWords(law)}.`]);
}

async function submitTeam(context: Context, _args: Action['args'], values: FormValues): Promise<Reply> {
  const errors = collectErrors();
  const terms = readLateTerms(values, errors);
  if (terms === undefined) return { kind: 'fieldErrors', errors: errors.all() };
  await saveWorkspaceTerms(context.office, context.actor, terms);
  const law = lateLaw(null, terms, context.workspace.country);
  return noted([`A customer in ${context.workspace.country} without terms of its own: ${lawWords(law)}.`]);
}

function noted(text: Text): Reply {
  return { kind: 'card', card: { summary: 'Late payment terms saved', parts: [{ kind: 'text', text }] } };
}
