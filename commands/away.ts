import type { Card, Command, Form, FormValues, Reply } from '../src/chat/types.ts';
import { DomainError } from '../src/core/error.ts';
import { readDate } from '../src/core/reading/date.ts';
import { type Days, readDays } from '../src/core/reading/days.ts';
import { absenceKeepers, endAbsence, setAbsence } from '../src/services/absence/set.ts';
import { hasRole, type Member, roster } from '../src/services/member/roster.ts';
import { within } from '../src/services/scope.ts';
import type { Context } from './context.ts';
import { besideField, collectErrors, textOf } from './reading/form-values.ts';
import { personMeant } from './reading/filter.ts';
import { todayAt } from './reading/today.ts';
import { awayForm, awaySetCard, backCard } from './views/away.ts';
import type { People } from './views/words.ts';

/** `/away [@person] days [@deputy]`, `/away back`, or a form. */
export const away: Command<Context> = {
  name: 'away',
  summary: 'Say when you are away: your calls go to your deputy before they are due',
  options: [
    { name: 'days', summary: 'one day, or from – to, or until a day', example: '/away 1 Dec – 12 Dec' },
    { name: 'deputy', summary: 'somebody else than your deputy stands in', example: '/away fri @tom' },
    { name: 'back', summary: 'you are back, or stay after all', example: '/away back' },
    { name: 'person', summary: 'for somebody else, as a lead', example: '/away @rita until fri' },
  ],
  plan: (text) =>
    text.trim() === '' ? { kind: 'form', title: 'Away' } : { kind: 'reply', visibility: 'private' },
  run: async (context, text) =>
    text.trim() === '' ? openForm(context, context.member.id) : oneLine(context, text),
  presses: {
    open: { opensForm: 'Away', run: (context, args) => openForm(context, Number(args['member'])) },
    back: { run: async (context, args) => comeBack(context, Number(args['member'])) },
  },
  submissions: { set: { run: submitted } },
};

async function openForm(context: Context, memberId: number): Promise<Reply> {
  const people = await peopleOf(context);
  const person = people.get(memberId) ?? context.member;
  const today = await todayAt(context, person);
  return { kind: 'form', form: formFor(context, people, person, today) };
}

function formFor(context: Context, people: People, person: Member, today: Days['from']): Form {
  return awayForm({ people, person, today, mayChoose: hasRole(context.member, absenceKeepers) });
}

/** A person before the days is away; one after them stands in. */
async function oneLine(context: Context, text: string): Promise<Reply> {
  const people = await peopleOf(context);
  const words = text.trim().split(/\s+/);
  const named = personMeant(context, people, words[0] ?? '');
  const person = named ?? context.member;
  const rest = named === undefined ? words : words.slice(1);
  if (rest.join(' ').toLowerCase() === 'back') return comeBack(context, person.id);
  const deputy = personMeant(context, people, rest.at(-1) ?? '');
  const days = deputy === undefined ? rest : rest.slice(0, -1);
  const dates = days.join(' ').replace(/[,\s]*\b(?:deputy|cover|with)\s*$/i, '');
  const today = await todayAt(context, person);
  if (dates === '') return { kind: 'form', form: formFor(context, people, person, today) };
  const { from, to } = readDays(dates, { today, order: context.workspace.dateOrder });
  return set(context, {
    memberId: person.id,
    from,
    to,
    ...(deputy === undefined ? {} : { deputyId: deputy.id }),
  });
}

async function submitted(
  context: Context,
  args: Readonly<Record<string, unknown>>,
  values: FormValues,
): Promise<Reply> {
  const people = await peopleOf(context);
  const errors = collectErrors();
  const chosen = errors.read('person', () => memberOf(people, textOf(values, 'person')));
  const person = chosen ?? people.get(Number(args['member'])) ?? context.member;
  const deputy = errors.read('deputy', () => memberOf(people, textOf(values, 'deputy')));
  const today = await todayAt(context, person);
  const { dateOrder: order } = context.workspace;
  const from = errors.read('from', () => readDate(textOf(values, 'from'), { today, order }));
  const last = textOf(values, 'to');
  const to = errors.read('to', () =>
    last === '' && from !== undefined ? from : readDate(last, { today: from ?? today, order }),
  );
  if (from === undefined || to === undefined || errors.any())
    return { kind: 'fieldErrors', errors: errors.all() };
  return besideField('to', () =>
    set(context, {
      memberId: person.id,
      from,
      to,
      ...(deputy === undefined ? {} : { deputyId: deputy.id }),
    }),
  );
}

async function set(context: Context, wish: Parameters<typeof setAbsence>[2]): Promise<Reply> {
  const done = await setAbsence(context.office, context.actor, wish);
  const today = await todayAt(context, done.person);
  return said(awaySetCard({ ...done, wished: wish, isOwn: wish.memberId === context.member.id }, today));
}

async function comeBack(context: Context, memberId: number): Promise<Reply> {
  const facts = await endAbsence(context.office, context.actor, memberId);
  const people = await peopleOf(context);
  return said(
    backCard(
      facts,
      people,
      await todayAt(context, people.get(memberId) ?? context.member),
      context.member.id,
    ),
  );
}

const said = (card: Card): Reply => ({ kind: 'card', card });

function memberOf(people: People, userId: string): Member | undefined {
  if (userId === '') return undefined;
  const found = [...people.values()].find((person) => person.userId === userId);
  if (found !== undefined) return found;
  throw new DomainError('not_found', 'This person is not in the team: an admin adds them with /team.');
}

async function peopleOf(context: Context): Promise<People> {
  return within(context.office, context.actor.workspaceId, roster);
}
