import { DomainError } from '../core/error.ts';
import { explain } from './router/explain.ts';
import { sanitizedText, sanitizedValues } from './router/sanitize.ts';
import { serve } from './router/serve.ts';
import type { Answer, PickedFile, Prepared, Router, RouterParts } from './router/types.ts';
import type { Command, FormValues, PickedMessage, Plan, Reply, Where } from './types.ts';

export type { Answer, PickedFile, Prepared, Router, RouterParts } from './router/types.ts';

const PRIVATE: Plan = { kind: 'reply', visibility: 'private' };
const OLD_FORM = 'This form is from an older version; nothing was saved. Open it again.';

/**
 * Finds who answers a request, checks that whoever acts may ask it, and gives the answer's buttons their ids. The
 * one place where errors become words; knows no platform.
 */
export function createRouter<Context>(parts: RouterParts<Context>): Router {
  refuseDoubles(parts.commands.map((command) => command.name));
  const refusal = (error: unknown, what: string): Answer => ({
    kind: 'refusal',
    text: explain(parts.log, error, what),
  });
  const refused = (error: unknown, what: string): Prepared => {
    const answer = refusal(error, what);
    return { plan: PRIVATE, run: () => Promise.resolve(answer) };
  };
  return {
    commands: parts.commands.map(({ name, summary, options }) => ({ name, summary, options })),
    command: (where, name, text) => {
      try {
        return prepareCommand(parts, where, name, text);
      } catch (error) {
        return refused(error, `/${name}`);
      }
    },
    shortcuts: parts.commands.flatMap(({ shortcuts = [] }) =>
      shortcuts.map(({ name, label, on }) => ({ name, label, on })),
    ),
    shortcut: (where, name, message) => {
      try {
        return prepareShortcut(parts, where, name, message);
      } catch (error) {
        return refused(error, `the shortcut ${name}`);
      }
    },
    press: (where, token) =>
      preparePress(parts, where, token).catch((error: unknown) => refused(error, 'a press')),
    submit: (where, token, values) =>
      submit(parts, where, token, values).catch((error: unknown) => refusal(error, 'a submission')),
    file: (where, file) => takeFile(parts, where, file),
    home: (where) => openHome(parts, where),
    left: async (where) => {
      try {
        await parts.onLeft?.(where);
      } catch (error) {
        explain(parts.log, error, 'that somebody left');
      }
    },
    explain: (error, what) => explain(parts.log, error, what),
  };
}

function prepareCommand<Context>(
  parts: RouterParts<Context>,
  where: Where,
  name: string,
  typed: string,
): Prepared {
  const text = sanitizedText(typed);
  const command = commandNamed(parts, name);
  if (!command) throw new DomainError('not_found', `There is no /${name}. See /help for the commands.`);
  const handle = (context: Context) => command.run(context, text);
  return {
    plan: command.plan(text),
    run: () => serve(parts, { what: `/${name}`, where, may: command.may, handle }),
  };
}

function prepareShortcut<Context>(
  parts: RouterParts<Context>,
  where: Where,
  name: string,
  message: PickedMessage | undefined,
): Prepared {
  const command = parts.commands.find(({ shortcuts = [] }) => shortcuts.some((one) => one.name === name));
  const shortcut = command?.shortcuts?.find((one) => one.name === name);
  if (!command || !shortcut)
    throw new DomainError('not_found', 'This shortcut is from another version: install the app anew.');
  const picked = message && { ...message, text: sanitizedText(message.text) };
  const handle = (context: Context) => shortcut.run(context, picked);
  return {
    plan: { kind: 'form', title: shortcut.opensForm },
    run: () => serve(parts, { what: `the shortcut ${name}`, where, may: command.may, handle }),
  };
}

async function preparePress<Context>(
  parts: RouterParts<Context>,
  where: Where,
  token: string,
): Promise<Prepared> {
  const action = await parts.actionOf(where, token);
  const command = action && commandNamed(parts, action.command);
  const press = action && command?.presses[action.action];
  if (!action || !command || !press)
    throw new DomainError('not_found', oldButton(command?.name ?? 'overdue'));
  const what = `${action.command}.${action.action}`;
  const handle = (context: Context) => press.run(context, action.args);
  return {
    plan: press.opensForm === undefined ? PRIVATE : { kind: 'form', title: press.opensForm },
    run: () => serve(parts, { what, where, may: press.may ?? command.may, handle }),
  };
}

async function submit<Context>(
  parts: RouterParts<Context>,
  where: Where,
  token: string,
  typed: FormValues,
): Promise<Answer> {
  const action = await parts.actionOf(where, token);
  const command = action && commandNamed(parts, action.command);
  const submission = action && command?.submissions[action.action];
  if (!submission || !command) throw new DomainError('not_found', OLD_FORM);
  const sanitized = sanitizedValues(typed);
  if (!sanitized.ok) return { kind: 'fieldErrors', errors: sanitized.errors };
  const what = `${action.command}.${action.action}`;
  const handle = (context: Context) => submission.run(context, action.args, sanitized.values);
  return serve(parts, { what, where, may: submission.may ?? command.may, handle });
}

async function takeFile<Context>(
  parts: RouterParts<Context>,
  where: Where,
  file: PickedFile,
): Promise<Answer> {
  const { onFile } = parts;
  if (!onFile) return { kind: 'silent' };
  return serve(parts, { what: 'a file', where, may: undefined, handle: (context) => onFile(context, file) });
}

async function openHome<Context>(parts: RouterParts<Context>, where: Where): Promise<Answer> {
  const { onHome } = parts;
  if (!onHome) return { kind: 'silent' };
  const handle = async (context: Context): Promise<Reply> => {
    await onHome(context);
    return { kind: 'silent' };
  };
  return serve(parts, { what: 'a Home', where, may: undefined, handle });
}

function commandNamed<Context>(parts: RouterParts<Context>, name: string): Command<Context> | undefined {
  return parts.commands.find((command) => command.name === name);
}

function oldButton(command: string): string {
  return `This button is from an older version; ask for the card again with /${command}.`;
}

function refuseDoubles(names: readonly string[]): void {
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double !== undefined) throw new Error(`Two commands are named /${double}`);
}
