import type { Form, FormValues, PickedMessage, Reply, Shortcut } from '../../src/chat/types.ts';
import { DomainError } from '../../src/core/error.ts';
import { caseOfMessage } from '../../src/services/case/of-message.ts';
import type { CaseOverview } from '../../src/services/case/overview.ts';
import { within } from '../../src/services/scope.ts';
import type { Context } from '../context.ts';
import { caseNamed } from './case.ts';
import { besideField, textOf } from './form-values.ts';

/** A form of one case, with what was said filled in where it is known. */
export type FormOf = (found: CaseOverview, said: string) => Form;

interface Entry {
  readonly command: string;
  readonly label: string;
  readonly on: Shortcut<Context>['on'];
  readonly title: string;
  readonly formOf: FormOf;
}

/** As much of a message as a form takes. */
const mostSaid = 1000;

/**
 * A shortcut to a command's form: on a message that is about one case its form at once, else the customer is asked
 * for first, with the message as what was said.
 */
export function shortcutTo({ command, label, on, title, formOf }: Entry): Shortcut<Context> {
  return {
    name: `${command}_${on}`,
    label,
    on,
    opensForm: title,
    run: async (context, message) => {
      const found = message && (await caseOf(context, message));
      const form = found ? formOf(found, '') : whoseForm(command, title, message?.text ?? '');
      return { kind: 'form', form };
    },
  };
}

async function caseOf(context: Context, message: PickedMessage): Promise<CaseOverview | undefined> {
  return within(context.office, context.actor.workspaceId, (scope) => caseOfMessage(scope, message));
}

function whoseForm(command: string, title: string, said: string): Form {
  return {
    title,
    submit: 'Next',
    fields: [
      {
        kind: 'text',
        name: 'customer',
        label: 'Which customer?',
        hint: 'Part of the name, or the number',
        maxLength: 120,
      },
      {
        kind: 'text',
        name: 'said',
        label: 'What was said?',
        multiline: true,
        optional: true,
        maxLength: mostSaid,
        ...(said === '' ? {} : { initial: said.slice(0, mostSaid) }),
      },
    ],
    action: { command, action: 'whose', args: {} },
  };
}

/** What comes of the question whose it is: the form itself, or why nobody is meant, beside the name. */
export async function formOfNamed(context: Context, values: FormValues, formOf: FormOf): Promise<Reply> {
  return besideField(
    'customer',
    async () => {
      const { found, rest } = await caseNamed(context, textOf(values, 'customer'));
      if (rest !== '')
        throw new DomainError('not_found', `"${rest}" is not part of ${found.name}: leave it out.`);
      return { kind: 'form', form: formOf(found, textOf(values, 'said')) };
    },
    'anything',
  );
}
