import type { Card, Command, FormValues, Reply } from '../src/chat/types.ts';
import { formatDate } from '../src/core/calendar/format-date.ts';
import { DomainError } from '../src/core/error.ts';
import { testWebhook } from '../src/services/hold-news/announce.ts';
import { sendAgain } from '../src/services/hold-news/send-again.ts';
import type { CaseOverview, HoldKind } from '../src/services/case/overview.ts';
import { holdsInForce } from '../src/services/hold/in-force.ts';
import { liftHold, suspendHold } from '../src/services/hold/lift.ts';
import { proposeHold } from '../src/services/hold/propose.ts';
import { type HoldView, holdView, liveHoldsOf } from '../src/services/hold/view.ts';
import { hasRole, roster } from '../src/services/member/roster.ts';
import { within } from '../src/services/scope.ts';
import type { Context } from './context.ts';
import { caseNamed, caseOfPress } from './reading/case.ts';
import { besideField, textOf } from './reading/form-values.ts';
import { todayAt } from './reading/today.ts';
import { noted } from './views/noted.ts';
import { holdForm, liftForm } from './views/hold.ts';
import { holdList } from './views/hold/list.ts';
import { told } from './views/told.ts';

type Args = Readonly<Record<string, unknown>>;

/** `/hold customer kind why`, `/hold customer lift why`: what a customer does not get until they pay. */
export const hold: Command<Context> = {
  name: 'hold',
  summary: 'Propose a service, order or credit hold, or lift one',
  options: [
    { name: '', summary: 'all holds in force', example: '/hold' },
    {
      name: 'customer kind why',
      summary: 'a manager approves it',
      example: '/hold lagerhaus service three months open',
    },
    {
      name: 'customer lift why',
      summary: 'for leads and managers',
      example: '/hold lagerhaus lift paid by cheque',
    },
    {
      name: 'customer promise',
      summary: 'lift it against the open promise',
      example: '/hold lagerhaus promise',
    },
  ],
  may: ['rep', 'lead', 'manager', 'admin'],
  plan: (text) =>
    text.trim() === '' || text.trim().includes(' ')
      ? { kind: 'reply', visibility: 'private' }
      : { kind: 'form', title: 'Hold' },
  run: async (context, text) => {
    if (text.trim() === '') return { kind: 'card', card: await inForce(context) };
    const { found, rest } = await caseNamed(context, text);
    return rest === '' ? { kind: 'form', form: holdForm(found) } : oneLine(context, found, rest);
  },
  presses: {
    open: {
      opensForm: 'Hold',
      run: async (context, args) => ({
        kind: 'form',
        form: holdForm(await caseOfPress(context, args['case'])),
      }),
    },
    lift: {
      opensForm: 'Lift hold',
      run: async (context, args) => ({ kind: 'form', form: liftForm(await viewOf(context, args)) }),
    },
    again: {
      run: async ({ office, actor }, args) => {
        const host = await sendAgain(office, actor, Number(args['announcement']));
        return told(`It is sent again to ${host}; the hold's card says what becomes of it.`);
      },
    },
    test: {
      may: ['manager', 'admin'],
      run: async ({ office, actor }) => {
        const host = await testWebhook(office, actor);
        return told(`A test is on its way to ${host}: what it answers comes to you as a message.`);
      },
    },
    suspend: { run: async (context, args) => suspend(context, await viewOf(context, args)) },
  },
  submissions: { propose: { run: submitted }, lift: { run: submitLift } },
};

async function inForce({ office, actor, member }: Context): Promise<Card> {
  return within(office, actor.workspaceId, async (scope) =>
    holdList(await holdsInForce(scope), {
      people: await roster(scope),
      today: scope.today,
      zone: scope.workspace.zone,
      heardAt: office.holdsHeardAt,
      mayTest: hasRole(member, ['manager', 'admin']),
    }),
  );
}

async function viewOf({ office, actor }: Context, args: Args): Promise<HoldView> {
  const view = await within(office, actor.workspaceId, (scope) => holdView(scope, Number(args['hold'])));
  if (view !== undefined) return view;
  throw new DomainError('not_found', 'This hold is not here any more.');
}

async function oneLine(context: Context, found: CaseOverview, rest: string): Promise<Reply> {
  const [first = '', ...words] = rest.split(/\s+/);
  const reason = words.join(' ');
  const kind = holdKindOf(first);
  if (kind !== undefined) return propose(context, found, kind, reason);
  switch (first.toLowerCase()) {
    case 'lift':
      return lift(context, (await onlyHold(context, found)).hold.id, reason);
    case 'promise':
      return suspend(context, await onlyHold(context, found));
    default:
      throw new DomainError(
        'invalid',
        `"${first}" is no hold: write service, order or credit and why, lift and why, or promise.`,
      );
  }
}

function holdKindOf(text: string): HoldKind | undefined {
  return (['service', 'order', 'credit'] as const).find((kind) => kind === text.toLowerCase());
}

/** The hold that is meant when there is only one. */
async function onlyHold({ office, actor }: Context, found: CaseOverview): Promise<HoldView> {
  return within(office, actor.workspaceId, async (scope) => {
    const live = (await liveHoldsOf(scope, found.customerId)).filter(({ status }) => status !== 'proposed');
    const [only, second] = live;
    if (only === undefined) throw new DomainError('conflict', `No hold is on for ${found.name}.`);
    if (second !== undefined)
      throw new DomainError(
        'invalid',
        `${live.map(({ kind }) => kind).join(' and ')} holds are on: lift the one you mean by its button in the thread.`,
      );
    const view = await holdView(scope, only.id);
    if (view === undefined) throw new DomainError('not_found', 'This hold is not here any more.');
    return view;
  });
}

async function propose(
  context: Context,
  found: CaseOverview,
  kind: HoldKind,
  reason: string,
): Promise<Reply> {
  const who = await proposeHold(context.office, context.actor, { caseId: found.caseId, kind, reason });
  return {
    kind: 'card',
    card: noted(
      found,
      `${kind === 'order' ? 'an' : 'a'} ${kind} hold is proposed. It is on when approved by ${who}.`,
    ),
  };
}

async function lift(context: Context, holdId: number, reason: string): Promise<Reply> {
  const done = await liftHold(context.office, context.actor, holdId, reason);
  return told(
    done.status === 'lifted'
      ? 'The hold is lifted; the thread and every card of this customer say so.'
      : `Much is owed here, so two people lift this hold. It is off when agreed to by ${done.who}.`,
  );
}

async function suspend(context: Context, { hold: row, of }: HoldView): Promise<Reply> {
  const dueOn = await suspendHold(context.office, context.actor, row.id);
  const day = formatDate(dueOn, { today: await todayAt(context, of) });
  return told(`Lifted at once against the promise for ${day}. It is on again by itself if that breaks.`);
}

async function submitted(context: Context, args: Args, values: FormValues): Promise<Reply> {
  const found = await caseOfPress(context, args['case']);
  const kind = holdKindOf(textOf(values, 'kind'));
  if (kind === undefined) return { kind: 'fieldErrors', errors: { kind: 'Choose what they do not get.' } };
  return besideField('reason', () => propose(context, found, kind, textOf(values, 'reason')), 'anything');
}

async function submitLift(context: Context, args: Args, values: FormValues): Promise<Reply> {
  return lift(context, Number(args['hold']), textOf(values, 'reason'));
}
