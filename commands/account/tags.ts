import type { Action, Form, FormValues, Press, Reply, Submission } from '../../src/chat/types.ts';
import { readTags } from '../../src/core/reading/tags.ts';
import { type CustomerFile, loadCustomerFile } from '../../src/services/customer/file.ts';
import { findCustomer } from '../../src/services/customer/find.ts';
import { saveTags, tagRoles } from '../../src/services/customer/tags.ts';
import { within } from '../../src/services/scope.ts';
import type { Context } from '../context.ts';
import { besideField, textOf } from '../reading/form-values.ts';

/** The words by which the team groups a customer, as a form of `/account`. */
export const tagsPress: Press<Context> = {
  may: tagRoles,
  opensForm: 'Tags',
  run: async (context, args) => ({ kind: 'form', form: await formFor(context, Number(args['customer'])) }),
};

export const tagsSubmission: Submission<Context> = { may: tagRoles, run: submitTags };

/** `/account tags lagerhaus vip, exempt`; `-` takes all away, and without words the form asks. */
export async function tagsLine(context: Context, text: string): Promise<Reply> {
  const { customerId, rest } = await within(context.office, context.actor.workspaceId, (scope) =>
    findCustomer(scope, text),
  );
  return rest === '' ? tagsPress.run(context, { customer: customerId }) : save(context, customerId, rest);
}

async function formFor(context: Context, customerId: number): Promise<Form> {
  const file = await within(context.office, context.actor.workspaceId, (scope) =>
    loadCustomerFile(scope, customerId),
  );
  return tagsForm(file);
}

function tagsForm({ customerId, name, facts }: CustomerFile): Form {
  return {
    title: 'Tags',
    submit: 'Save',
    intro: [
      { kind: 'text', text: [{ bold: name }, '\nLadders and exemptions from holds can ask for tags.'] },
    ],
    fields: [
      {
        kind: 'text',
        name: 'tags',
        label: 'Tags',
        hint: 'Words such as vip, key-account; empty: none',
        optional: true,
        maxLength: 400,
        ...(facts.tags.length === 0 ? {} : { initial: facts.tags.join(', ') }),
      },
    ],
    action: { command: 'account', action: 'tags', args: { customer: customerId } },
  };
}

async function submitTags(context: Context, args: Action['args'], values: FormValues): Promise<Reply> {
  return besideField('tags', () => save(context, Number(args['customer']), textOf(values, 'tags')));
}

async function save({ office, actor }: Context, customerId: number, text: string): Promise<Reply> {
  const tags = text.trim() === '-' ? [] : readTags(text);
  const name = await saveTags(office, actor, customerId, tags);
  const said = tags.length === 0 ? 'has no tags now.' : `is tagged ${tags.join(', ')} now.`;
  return {
    kind: 'card',
    card: { summary: `Tags of ${name} saved`, parts: [{ kind: 'text', text: [{ bold: name }, ` ${said}`] }] },
  };
}
