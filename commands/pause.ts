import type { Command, FormValues, Reply } from '../src/chat/types.ts';
import { formatDate } from '../src/core/calendar/format-date.ts';
import { DomainError } from '../src/core/error.ts';
import { formatMoney } from '../src/core/money.ts';
import type { CaseOverview } from '../src/services/case/overview.ts';
import { disputeProspect } from '../src/services/dispute/prospect.ts';
import { endPause } from '../src/services/pause/end.ts';
import { pauseCase } from '../src/services/pause/start.ts';
import type { PauseWord } from '../src/services/pause/word.ts';
import { within } from '../src/services/scope.ts';
import type { Context } from './context.ts';
import { besideField, chosen, collectErrors, textOf } from './reading/form-values.ts';
import { caseNamed, caseOfPress } from './reading/case.ts';
import { todayAt } from './reading/today.ts';
import { noted } from './views/noted.ts';
import { readPause, readUntil } from './pause/read.ts';
import { pauseForm } from './views/pause.ts';
import { told } from './views/told.ts';

type Args = Readonly<Record<string, unknown>>;

/** `/pause customer [invoices] until why`: nobody presses until then, in one line or with a form. */
export const pause: Command<Context> = {
  name: 'pause',
  summary: 'Rest a case, or one invoice, until a day',
  options: [
    { name: 'customer until why', summary: 'all of it', example: '/pause lagerhaus 48h new bookkeeper' },
    {
      name: 'customer invoice until why',
      summary: 'one invoice; the others are pressed as before',
      example: '/pause lagerhaus R-101 fri waits for the delivery note',
    },
  ],
  may: ['rep', 'lead', 'manager'],
  plan: (text) =>
    text.trim().includes(' ') ? { kind: 'reply', visibility: 'private' } : { kind: 'form', title: 'Pause' },
  run: async (context, text) => {
    const { found, rest } = await caseNamed(context, text);
    return rest === '' ? formFor(context, found) : oneLine(context, found, rest);
  },
  presses: {
    open: {
      opensForm: 'Pause',
      run: async (context, args) => formFor(context, await caseOfPress(context, args['case'])),
    },
    end: {
      run: async (context, args) => {
        await endPause(context.office, context.actor, Number(args['pause']));
        return told('The pause is over. It is pressed again from today, and the days at rest do not count.');
      },
    },
  },
  submissions: { start: { run: submitted } },
};

async function openInvoices(context: Context, { caseId }: CaseOverview) {
  const { invoices } = await within(context.office, context.actor.workspaceId, (scope) =>
    disputeProspect(scope, caseId),
  );
  return invoices;
}

async function formFor(context: Context, found: CaseOverview): Promise<Reply> {
  const invoices = await openInvoices(context, found);
  if (invoices.length === 0)
    throw new DomainError('conflict', `Nothing of ${found.name} is open: there is nothing to pause.`);
  const labelled = invoices.map(({ number, open }) => ({ number, label: formatMoney(open) }));
  return { kind: 'form', form: pauseForm(found, labelled, await todayAt(context, found)) };
}

async function oneLine(context: Context, found: CaseOverview, rest: string): Promise<Reply> {
  const open = (await openInvoices(context, found)).map(({ number }) => number);
  const options = { today: await todayAt(context, found), order: context.workspace.dateOrder };
  return start(context, found, { caseId: found.caseId, ...readPause(rest, open, options) });
}

async function submitted(context: Context, args: Args, values: FormValues): Promise<Reply> {
  const found = await caseOfPress(context, args['case']);
  const options = { today: await todayAt(context, found), order: context.workspace.dateOrder };
  const errors = collectErrors();
  const untilDay = errors.read('until', () => readUntil(textOf(values, 'until'), options));
  if (untilDay === undefined) return { kind: 'fieldErrors', errors: errors.all() };
  const reason = textOf(values, 'reason');
  return besideField(
    'until',
    () =>
      start(context, found, {
        caseId: found.caseId,
        untilDay,
        reason,
        invoices: chosen(values['invoices']),
      }),
    'anything',
  );
}

async function start(context: Context, found: CaseOverview, word: PauseWord): Promise<Reply> {
  const done = await pauseCase(context.office, context.actor, word);
  const day = formatDate(word.untilDay, { today: await todayAt(context, found) });
  const some = word.invoices !== undefined && word.invoices.length > 0;
  const what = some
    ? `${word.invoices.join(', ')} ${word.invoices.length === 1 ? 'rests' : 'rest'}`
    : 'all of it rests';
  const paused = `${what} until ${day}; pressing resumes that day by itself.`;
  const asked =
    done.kind === 'requested'
      ? `${done.because} It is asked of ${done.who}; until they answer, nothing rests.`
      : paused;
  return { kind: 'card', card: noted(found, asked) };
}
