import type { FormValues, Press, Reply, Submission } from '../../src/chat/types.ts';
import { DomainError } from '../../src/core/error.ts';
import { readDate } from '../../src/core/reading/date.ts';
import type { CaseOverview } from '../../src/services/case/overview.ts';
import { stopPressing } from '../../src/services/stop/begin.ts';
import { confirmStop, pressAgain, stopDeciders } from '../../src/services/stop/end.ts';
import { type SpokenKind, spokenKinds, stopWords } from '../../src/services/stop/kinds.ts';
import type { StopWord } from '../../src/services/stop/word.ts';
import type { Context } from '../context.ts';
import { caseNamed, caseOfPress } from '../reading/case.ts';
import { besideField, collectErrors, textOf } from '../reading/form-values.ts';
import { todayAt } from '../reading/today.ts';
import { pressAgainForm, stopForm } from '../views/account/stop-form.ts';
import { noted } from '../views/noted.ts';
import { told } from '../views/told.ts';

/** Who knows of an insolvency or a lawyer: whoever speaks with customers. */
const mayStop = ['rep', 'lead', 'manager', 'legal', 'finance', 'admin'] as const;

export const stopPress: Press<Context> = {
  may: mayStop,
  opensForm: 'Stop pressing',
  run: async (context, args) => ({ kind: 'form', form: stopForm(await caseOfPress(context, args['case'])) }),
};

export const stopSubmission: Submission<Context> = { may: mayStop, run: submitStop };

export const stopStandsPress: Press<Context> = {
  may: stopDeciders,
  run: async (context, args) => {
    await confirmStop(context.office, context.actor, Number(args['case']));
    return told('It stands: nobody presses them until somebody says that it is over.');
  },
};

export const pressAgainPress: Press<Context> = {
  may: stopDeciders,
  opensForm: 'Press again',
  run: async (context, args) => ({
    kind: 'form',
    form: pressAgainForm(await caseOfPress(context, args['case'])),
  }),
};

export const pressAgainSubmission: Submission<Context> = {
  may: stopDeciders,
  run: async (context, args, values) => {
    const found = await caseOfPress(context, args['case']);
    return besideField('because', () => again(context, found, textOf(values, 'because')), 'anything');
  },
};

/** `stop lagerhaus lawyer Dr. Weiss wrote` or `again lagerhaus the plan of the court is agreed`. */
export async function stopTyped(context: Context, verb: 'stop' | 'again', text: string): Promise<Reply> {
  const { found, rest } = await caseNamed(context, text);
  if (verb === 'again')
    return rest === '' ? { kind: 'form', form: pressAgainForm(found) } : again(context, found, rest);
  if (rest === '') return { kind: 'form', form: stopForm(found) };
  const kind = spokenKinds.find((one) => rest.toLowerCase().startsWith(one));
  if (kind === undefined)
    throw new DomainError(
      'invalid',
      `Why? Write ${spokenKinds.join(', ')} after the name, and who said so: /account stop ${found.number} lawyer Dr. Weiss wrote on Monday.`,
    );
  return stop(context, found, { caseId: found.caseId, kind, said: rest.slice(kind.length).trim() });
}

async function submitStop(
  context: Context,
  args: Readonly<Record<string, unknown>>,
  values: FormValues,
): Promise<Reply> {
  const found = await caseOfPress(context, args['case']);
  const errors = collectErrors();
  const options = { today: await todayAt(context, found), order: context.workspace.dateOrder };
  const written = textOf(values, 'fileBy');
  const kind = errors.read('kind', () => readKind(textOf(values, 'kind')));
  const fileBy = written === '' ? undefined : errors.read('fileBy', () => readDate(written, options));
  if (kind === undefined || errors.any()) return { kind: 'fieldErrors', errors: errors.all() };
  const word = { caseId: found.caseId, kind, said: textOf(values, 'said'), ...(fileBy && { fileBy }) };
  return besideField('said', () => stop(context, found, word), 'anything');
}

function readKind(text: string): SpokenKind {
  const kind = spokenKinds.find((one) => one === text);
  if (kind !== undefined) return kind;
  throw new DomainError('invalid', `“${text}” is no reason to stop: choose ${spokenKinds.join(', ')}.`);
}

async function stop(context: Context, found: CaseOverview, word: StopWord): Promise<Reply> {
  const needsConfirming = await stopPressing(context.office, context.actor, word);
  const next = needsConfirming
    ? ' Your lead looks at it and confirms it.'
    : ' It lasts until somebody says that it is over.';
  const filed =
    word.kind === 'insolvency' ? ' Filing what they owe is a task with a deadline from now on.' : '';
  return { kind: 'card', card: noted(found, `${stopWords[word.kind]}. Nobody presses them.${next}${filed}`) };
}

async function again(context: Context, found: CaseOverview, because: string): Promise<Reply> {
  await pressAgain(context.office, context.actor, found.caseId, because.replace(/^because\s+/i, ''));
  return {
    kind: 'card',
    card: noted(found, 'pressed again by its dates from now on; the days of the stop do not count.'),
  };
}
