import type { Form, FormValues, Reply } from '../../src/chat/types.ts';
import { formatDate } from '../../src/core/calendar/format-date.ts';
import { DomainError } from '../../src/core/error.ts';
import { readDate } from '../../src/core/reading/date.ts';
import type { CaseOverview } from '../../src/services/case/overview.ts';
import { sendByHand } from '../../src/services/letter/by-hand.ts';
import { holdLettersBack, letLettersGo } from '../../src/services/letter/hold-back.ts';
import { previewLetter } from '../../src/services/letter/preview.ts';
import type { Context } from '../context.ts';
import { besideField, collectErrors, textOf } from '../reading/form-values.ts';
import { caseOfPress } from '../reading/case.ts';
import { todayAt } from '../reading/today.ts';
import { noted } from '../views/noted.ts';
import { count } from '../views/words.ts';

type Args = Readonly<Record<string, unknown>>;

/** What would go now or next, to whoever asks. */
export async function preview(context: Context, found: CaseOverview): Promise<Reply> {
  const file = await previewLetter(context.office, context.actor.workspaceId, found.caseId);
  await context.files.give(context.member.userId, file);
  const text = [{ bold: found.name }, `: ${file.comment} The PDF is in your direct messages.`];
  return { kind: 'card', card: { summary: `Preview for ${found.name}`, parts: [{ kind: 'text', text }] } };
}

/** `rest` says which: a demand, if nothing else is said. */
export async function send(context: Context, found: CaseOverview, rest: string): Promise<Reply> {
  const wanted = wantedIn(rest);
  const { to, amount, invoices } = await sendByHand(context.office, context.actor, found.caseId, wanted);
  const what = `${wanted} over ${amount} (${count(invoices, 'invoice')}) is on its way to ${to}.`;
  return { kind: 'card', card: noted(found, what) };
}

function wantedIn(rest: string): 'reminder' | 'payment demand' {
  switch (rest.trim().toLowerCase()) {
    case 'reminder':
      return 'reminder';
    case '':
    case 'demand':
    case 'payment demand':
      return 'payment demand';
    default:
      throw new DomainError(
        'invalid',
        `"${rest}" is no letter that goes by hand: write reminder or demand. A claim goes by /escalate.`,
      );
  }
}

/** In one line, a day and a reason; with neither, a form. */
export async function hold(context: Context, found: CaseOverview, rest: string): Promise<Reply> {
  if (rest.trim() === '') return { kind: 'form', form: holdForm(found) };
  const { until, reason } = await dayAndReason(context, found, rest);
  return keepBack(context, found, until, reason);
}

export async function release(context: Context, found: CaseOverview): Promise<Reply> {
  await letLettersGo(context.office, context.actor, found.caseId);
  return { kind: 'card', card: noted(found, 'its letters go again when they are earned.') };
}

/** The announcement that was pressed on, if it was one. */
function announcementIn({ announcement }: Args): { readonly announcementId?: number } {
  return typeof announcement === 'number' ? { announcementId: announcement } : {};
}

export function holdForm(found: CaseOverview, announcement?: number): Form {
  return {
    title: 'Hold letters back',
    submit: 'Hold back',
    intro: [{ kind: 'text', text: [{ bold: found.name }, '\nCalls go on; letters wait until the day.'] }],
    fields: [
      {
        kind: 'text',
        name: 'until',
        label: 'Until',
        hint: 'Such as Fri, 27 Nov or +5; a rep holds them for 48 hours',
        maxLength: 40,
        initial: '+2',
      },
      { kind: 'text', name: 'reason', label: 'Why?', maxLength: 200 },
    ],
    action: {
      command: 'letter',
      action: 'hold',
      args: { case: found.caseId, ...(announcement !== undefined && { announcement }) },
    },
  };
}

export async function submitHold(context: Context, args: Args, values: FormValues): Promise<Reply> {
  const found = await caseOfPress(context, args['case']);
  const errors = collectErrors();
  const order = context.workspace.dateOrder;
  const today = await todayAt(context, found);
  const until = errors.read('until', () => readDate(textOf(values, 'until'), { today, order }));
  if (until === undefined) return { kind: 'fieldErrors', errors: errors.all() };
  return besideField('until', () =>
    keepBack(context, found, until, textOf(values, 'reason'), announcementIn(args)),
  );
}

type Day = ReturnType<typeof readDate>;

async function keepBack(
  context: Context,
  found: CaseOverview,
  until: Day,
  reason: string,
  pressedOn: { readonly announcementId?: number } = {},
): Promise<Reply> {
  await holdLettersBack(context.office, context.actor, found.caseId, { until, reason, ...pressedOn });
  return {
    kind: 'card',
    card: noted(found, `its letters wait until ${formatDate(until)}. /letter release lets them go.`),
  };
}

/** The day is the longest beginning that reads as one. */
async function dayAndReason(
  context: Context,
  found: CaseOverview,
  rest: string,
): Promise<{ readonly until: Day; readonly reason: string }> {
  const words = rest
    .trim()
    .replace(/^until\s+/i, '')
    .split(/\s+/);
  const today = await todayAt(context, found);
  const order = context.workspace.dateOrder;
  for (let taken = Math.min(3, words.length); taken > 0; taken -= 1) {
    const until = dayIn(words.slice(0, taken).join(' '), { today, order });
    if (until !== undefined) return { until, reason: words.slice(taken).join(' ') };
  }
  throw new DomainError(
    'invalid',
    `"${rest}" does not begin with a day: write for example /letter hold ${found.number} fri they asked for a corrected invoice.`,
  );
}

function dayIn(text: string, how: Parameters<typeof readDate>[1]): Day | undefined {
  try {
    return readDate(text.replace(/[:,]$/, ''), how);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
