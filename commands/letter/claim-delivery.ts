import type { Field, Form, FormValues, Reply } from '../../src/chat/types.ts';
import { readDate } from '../../src/core/reading/date.ts';
import { claimDelivered } from '../../src/services/approval/claim-delivered.ts';
import { channels, claimPosted } from '../../src/services/approval/claim-posted.ts';
import { claimReturned, returns } from '../../src/services/approval/claim-returned.ts';
import type { CaseOverview } from '../../src/services/case/overview.ts';
import type { Context } from '../context.ts';
import { besideField, collectErrors, textOf } from '../reading/form-values.ts';
import { caseOfPress } from '../reading/case.ts';
import { todayAt } from '../reading/today.ts';
import { noted } from '../views/noted.ts';

type Args = Readonly<Record<string, unknown>>;

const dayHint = 'Such as today, yesterday or 27 Nov';

export function postedForm(found: CaseOverview): Form {
  return form(found, 'posted', 'Claim posted', 'It goes by a channel that proves its delivery.', [
    choice('channel', 'Channel', channels),
    {
      kind: 'text',
      name: 'tracking',
      label: 'Tracking number',
      hint: 'Such as RR 123 456 789 DE',
      optional: true,
      maxLength: 80,
    },
    { kind: 'text', name: 'on', label: 'Posted on', hint: dayHint, maxLength: 40, initial: 'today' },
  ]);
}

export function deliveredForm(found: CaseOverview): Form {
  const why = 'The claim’s deadline runs from the day on which it reached them.';
  return form(found, 'delivered', 'Claim delivered', why, [
    { kind: 'text', name: 'on', label: 'Delivered on', hint: dayHint, maxLength: 40 },
    {
      kind: 'text',
      name: 'proof',
      label: 'Proof',
      hint: 'Such as the number of the registered letter',
      maxLength: 200,
    },
  ]);
}

export function returnedForm(found: CaseOverview): Form {
  const why = 'It is dated anew, with a new deadline, and posted again.';
  return form(found, 'returned', 'Claim came back', why, [
    choice('why', 'Why?', returns),
    {
      kind: 'text',
      name: 'address',
      label: 'Next address',
      hint: 'Street, place and country, line by line; empty: as before',
      optional: true,
      multiline: true,
      maxLength: 300,
    },
  ]);
}

export async function submitPosted(context: Context, args: Args, values: FormValues): Promise<Reply> {
  return withDay(context, args, values, async (found, on) => {
    const channel = channels.find((one) => one === textOf(values, 'channel')) ?? 'registered post';
    const posting = { channel, tracking: textOf(values, 'tracking'), on };
    await claimPosted(context.office, context.actor, found.caseId, posting);
    return 'the claim is posted. In three business days the day of its delivery is asked for.';
  });
}

export async function submitDelivered(context: Context, args: Args, values: FormValues): Promise<Reply> {
  return withDay(context, args, values, async (found, on) => {
    await claimDelivered(context.office, context.actor, found.caseId, on, textOf(values, 'proof'));
    return 'the claim was delivered. Its deadline runs from that day.';
  });
}

export async function submitReturned(context: Context, args: Args, values: FormValues): Promise<Reply> {
  const found = await caseOfPress(context, args['case']);
  const why = returns.find((one) => one === textOf(values, 'why')) ?? 'refused';
  await claimReturned(context.office, context.actor, found.caseId, why, textOf(values, 'address'));
  return { kind: 'card', card: noted(found, 'the claim came back. Print it anew: it bears today’s date.') };
}

/** Reads the day beside its field, and says there what is wrong with it. */
async function withDay(
  context: Context,
  args: Args,
  values: FormValues,
  work: (found: CaseOverview, on: ReturnType<typeof readDate>) => Promise<string>,
): Promise<Reply> {
  const found = await caseOfPress(context, args['case']);
  const errors = collectErrors();
  const today = await todayAt(context, found);
  const order = context.workspace.dateOrder;
  const on = errors.read('on', () => readDate(textOf(values, 'on'), { today, order, looking: 'back' }));
  if (on === undefined) return { kind: 'fieldErrors', errors: errors.all() };
  return besideField('on', async () => {
    return { kind: 'card', card: noted(found, await work(found, on)) };
  });
}

function form(
  found: CaseOverview,
  action: string,
  title: string,
  why: string,
  fields: readonly Field[],
): Form {
  return {
    title,
    submit: 'Save',
    intro: [{ kind: 'text', text: [{ bold: found.name }, `\n${why}`] }],
    fields,
    action: { command: 'letter', action, args: { case: found.caseId } },
  };
}

function choice(name: string, label: string, values: readonly [string, ...string[]]): Field {
  const options = values.map((value) => ({ value, label: value }));
  return { kind: 'choice', name, label, options, initial: values[0] };
}
