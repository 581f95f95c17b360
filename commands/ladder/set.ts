import type { Action, Field, Form, FormValues, Reply } from '../../src/chat/types.ts';
import type { LadderTarget } from '../../src/services/ladder/order.ts';
import type { Segment } from '../../src/core/dunning/whose-ladder.ts';
import { customerNamed } from '../../src/services/customer/named.ts';
import { ladderRoles, proposeLadder, setLadder } from '../../src/services/ladder/set.ts';
import { ladderShelf } from '../../src/services/ladder/shelf.ts';
import { ladderTitle } from '../../src/services/ladder/title.ts';
import { actingMember } from '../../src/services/member/acting.ts';
import { requireRole } from '../../src/services/member/roster.ts';
import { type Scope, within } from '../../src/services/scope.ts';
import type { Context } from '../context.ts';
import { besideField, textOf } from '../reading/form-values.ts';
import { proposalCard } from '../views/ladder/changes.ts';
import { told } from '../views/told.ts';
import { count } from '../views/words.ts';
import { readChange, readLadderName, readTarget } from './read.ts';

/** Asks for whom and which. */
export async function openSet(context: Context, args: Action['args']): Promise<Reply> {
  return inScope(context, async (scope) => {
    const names = [...(await ladderShelf(scope)).keys()];
    const customer = args['customer'];
    const named = typeof customer === 'number' ? await customerNamed(scope, customer) : undefined;
    return { kind: 'form', form: setForm(names, named, textArg(args, 'ladder')) };
  });
}

/** `/ladder set tag vip soft`: what it would do, to be confirmed. */
export async function setLine(context: Context, line: string): Promise<Reply> {
  return inScope(context, async (scope) => {
    const change = await readChange(scope, line);
    return { kind: 'card', card: proposalCard(await proposeLadder(scope, change), change.target) };
  });
}

export async function submitSet(context: Context, _args: Action['args'], values: FormValues): Promise<Reply> {
  const kind = textOf(values, 'kind');
  const which = textOf(values, 'which');
  const words = kind === 'everybody' ? '' : kind === 'customer' ? which : `${kind} ${which}`;
  if (kind !== 'everybody' && which === '')
    return { kind: 'fieldErrors', errors: { which: `Which ${kind}? Write it here.` } };
  return besideField(
    'which',
    () =>
      inScope(context, async (scope) => {
        const change = {
          target: await readTarget(scope, words),
          ladder: readLadderName(textOf(values, 'ladder')),
        };
        return { kind: 'card', card: proposalCard(await proposeLadder(scope, change), change.target) };
      }),
    'anything',
  );
}

/** Somebody confirmed what was shown. */
export async function setPressed(context: Context, args: Action['args']): Promise<Reply> {
  const ladder = textArg(args, 'ladder');
  const change = { target: targetOfPress(args), ladder: ladder === '' ? undefined : ladder };
  const done = await setLadder(context.office, context.actor, change, {
    was: textArg(args, 'was'),
    moveRunning: args['move'] === true,
  });
  const to = done.ladder === undefined ? 'none of its own' : ladderTitle(done.ladder.ladder);
  const moved = done.moved === 0 ? '' : ` ${count(done.moved, 'running case')} moved along.`;
  const stayed = done.running - done.moved;
  const kept =
    stayed === 0
      ? ''
      : ` ${count(stayed, 'running case')} ${stayed === 1 ? 'keeps its' : 'keep their'} version.`;
  return told(`The ladder of ${done.target.name} is ${to} now.${moved}${kept}`);
}

function setForm(names: readonly string[], customer: string | undefined, ladder: string): Form {
  const options = [...names.map((name) => ({ value: name, label: name })), none];
  const initial = names.includes(ladder) ? { initial: ladder } : {};
  return {
    title: 'Set a ladder',
    submit: 'See what changes',
    fields: [
      {
        kind: 'choice',
        name: 'kind',
        label: 'For whom?',
        options: targets.map((value) => ({ value, label: value })),
        initial: customer === undefined ? 'everybody' : 'customer',
      },
      whichField(customer),
      { kind: 'choice', name: 'ladder', label: 'Ladder', options, ...initial },
    ],
    action: { command: 'ladder', action: 'set', args: {} },
  };
}

const targets = ['everybody', 'customer', 'tag', 'country', 'payer type', 'invoice'] as const;
const none = { value: 'none', label: 'none of its own' };

function whichField(customer: string | undefined): Field {
  return {
    kind: 'text',
    name: 'which',
    label: 'Which one?',
    hint: 'A name or number, a tag, DE, public body, R-1042; empty for everybody',
    optional: true,
    maxLength: 200,
    ...(customer === undefined ? {} : { initial: customer.slice(0, 200) }),
  };
}

function targetOfPress(args: Action['args']): LadderTarget {
  switch (args['kind']) {
    case 'segment': {
      const field = textArg(args, 'field') as Segment['field'];
      return { kind: 'segment', segment: { field, value: textArg(args, 'value') } };
    }
    case 'customer':
      return { kind: 'customer', customerId: Number(args['customer']) };
    case 'invoice':
      return {
        kind: 'invoice',
        invoiceId: Number(args['invoice']),
        customerId: Number(args['customer']),
      };
    default:
      return { kind: 'workspace' };
  }
}

const textArg = (args: Action['args'], name: string): string =>
  typeof args[name] === 'string' ? args[name] : '';

/** What only those may even ask who set ladders. */
async function inScope(context: Context, work: (scope: Scope) => Promise<Reply>): Promise<Reply> {
  return within(context.office, context.actor.workspaceId, async (scope) => {
    const { person, people } = await actingMember(scope, context.actor);
    requireRole(people, person, ladderRoles, 'set ladders');
    return work(scope);
  });
}
