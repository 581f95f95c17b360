import type { Card, Field, Form, Text } from '../../src/chat/types.ts';
import { type BusinessDate, businessDate } from '../../src/core/calendar/business-date.ts';
import { absencesOf } from '../../src/services/member/presence.ts';
import type { AbsenceSet } from '../../src/services/absence/set.ts';
import type { Member } from '../../src/services/member/roster.ts';
import type { BackFacts, Notice, TakenTask } from '../../src/services/notice.ts';
import { count, nameOf, onDay, type People, stepLabel } from './words.ts';

/** "Fri 27 Nov", "Tue 1 Dec – Sat 12 Dec". */
function daysInWords(from: BusinessDate, to: BusinessDate, today: BusinessDate): string {
  return from === to ? onDay(from, today) : `${onDay(from, today)} – ${onDay(to, today)}`;
}

/** "away until Fri 27 Nov, Tom Tanner stands in"; the absence at hand, else the next. */
export function absenceWords(person: Member, people: People, today: BusinessDate): string | undefined {
  const [next] = absencesOf(person).filter(({ to }) => to >= today);
  if (next === undefined) return undefined;
  const { from, to, row } = next;
  const when = from <= today ? `until ${onDay(to, today)}` : daysInWords(from, to, today);
  const deputy = row.deputyId ?? person.deputyId;
  return `away ${when}${deputy === null ? '' : `, ${nameOf(people, deputy)} stands in`}`;
}

interface AwayForm {
  readonly people: People;
  readonly person: Member;
  readonly today: BusinessDate;
  /** For somebody else as well. */
  readonly mayChoose: boolean;
}

export function awayForm({ people, person, today, mayChoose }: AwayForm): Form {
  const deputy = person.deputyId === null ? undefined : people.get(person.deputyId);
  const known = absenceWords(person, people, today);
  const who: readonly Field[] = mayChoose
    ? [{ kind: 'person', name: 'person', label: 'Who?', initial: person.userId }]
    : [];
  return {
    title: 'Away',
    submit: 'Save',
    intro: [
      {
        kind: 'text',
        text: `What falls due meanwhile goes to the deputy, else to the lead, before it is due. ${
          known === undefined
            ? ''
            : `\n${person.name} is ${known}; days that overlap it are added to it. Shorter? Take it back first, with /away back.`
        }`,
      },
    ],
    fields: [
      ...who,
      { kind: 'date', name: 'from', label: 'First day', initial: today },
      { kind: 'date', name: 'to', label: 'Last day', hint: 'Empty: that day alone', optional: true },
      {
        kind: 'person',
        name: 'deputy',
        label: 'Who stands in?',
        optional: true,
        hint: deputy === undefined ? 'Empty: the lead' : `Empty: ${deputy.name}`,
      },
    ],
    action: { command: 'away', action: 'set', args: { member: person.id } },
  };
}

interface AwaySet extends AbsenceSet {
  readonly wished: { readonly from: BusinessDate; readonly to: BusinessDate };
  readonly isOwn: boolean;
}

export function awaySetCard(
  { person, standIn, tasks, from, to, wished, isOwn }: AwaySet,
  today: BusinessDate,
): Card {
  const who = isOwn ? 'You are' : `${person.name} is`;
  const nobody = standIn.id === person.id;
  const moved = tasks === 0 ? '' : `\n${count(tasks, 'open task')} changed hands now.`;
  const longer = from < wished.from || wished.to < to;
  const before = longer
    ? '\nThat is with what was entered before. Shorter? Take it back, then enter the days.'
    : '';
  const lines = nobody
    ? 'Nobody else works then: what falls due stays where it is. Name a deputy with /away.'
    : `What falls due then goes to ${standIn.name} before it is due.${moved}`;
  return {
    summary: `${who} away`,
    parts: [
      {
        kind: 'text',
        text: [{ bold: `${who} away ${daysInWords(from, to, today)}` }, `\n${lines}${before}`],
      },
      {
        kind: 'buttons',
        buttons: [
          {
            label: from > today ? 'Take it back' : isOwn ? 'I am back' : 'Is back',
            action: { command: 'away', action: 'back', args: { member: person.id } },
          },
        ],
      },
    ],
  };
}

/** That somebody is away, is back or has left. */
export function presenceCard(
  notice: Extract<Notice, { kind: 'away' | 'back' | 'left' }>,
  people: People,
  today: BusinessDate,
): Card {
  switch (notice.kind) {
    case 'away':
      return awayCard(notice, people, today);
    case 'back':
      return backCard(notice, people, today, notice.memberId);
    case 'left':
      return leftCard(notice, people);
  }
}

/** Told to who stands in, and to the person when somebody else entered it. */
function awayCard(notice: Extract<Notice, { kind: 'away' }>, people: People, today: BusinessDate): Card {
  const days = daysInWords(businessDate(notice.from), businessDate(notice.to), today);
  const moved = notice.tasks === 0 ? '' : ` ${count(notice.tasks, 'open task')} changed hands now.`;
  const by = nameOf(people, notice.setBy);
  const standIn = nameOf(people, notice.standInId ?? undefined);
  const text: Text =
    notice.reader === notice.memberId
      ? [
          { bold: `${by} entered that you are away ${days}` },
          `\n${standIn} stands in.${moved} Wrong? /away back`,
        ]
      : [
          { bold: `You stand in for ${nameOf(people, notice.memberId)} ${days}` },
          `\nWhat falls due then comes to you with your own calls.${moved}`,
        ];
  return { summary: 'Away', parts: [{ kind: 'text', text }] };
}

/** Told to whoever answers for somebody who is not of the team any more. */
function leftCard(
  { memberId, by, handed, customers }: Extract<Notice, { kind: 'left' }>,
  people: People,
): Card {
  const name = nameOf(people, memberId);
  const title = by === null ? `${name} left the workspace` : `${nameOf(people, by)} deactivated ${name}`;
  const owning =
    customers === 0
      ? `No customer needs a new owner.`
      : `${count(customers, 'customer needs', 'customers need')} a new owner: /assign evenly shares them out. Until then whoever stands in has their calls.`;
  const tasks =
    handed === 0
      ? 'No task was open.'
      : `${count(handed, 'open task')} went to whoever stands in, else the lead.`;
  return { summary: title, parts: [{ kind: 'text', text: [{ bold: title }, `\n${owning}\n${tasks}`] }] };
}

/** Named of each kind. */
const mostNamed = 8;

/** What somebody finds who was away: what was done, what came back, what is with others. */
export function backCard(facts: BackFacts, people: People, today: BusinessDate, reader: number): Card {
  const name = nameOf(people, facts.memberId);
  const isOwn = reader === facts.memberId;
  const days = daysInWords(businessDate(facts.from), businessDate(facts.to), today);
  const lines = [
    ...listed('Done by others', facts.done, people),
    ...listed(isOwn ? 'Yours again' : `${name}’s again`, facts.yours, undefined),
    ...listed('Stays with others', facts.withOthers, people),
  ];
  const title = titleOf(name, isOwn, businessDate(facts.from) > today);
  const nothing = `Nothing had changed hands for ${days}.`;
  return {
    summary: title,
    parts: [
      {
        kind: 'text',
        text: [{ bold: title }, lines.length === 0 ? `\n${nothing}` : ` · away ${days}\n${lines.join('\n')}`],
      },
    ],
  };
}

/** An absence that has not begun is taken back. */
function titleOf(name: string, isOwn: boolean, isAhead: boolean): string {
  if (isAhead) return isOwn ? 'You stay after all' : `${name} stays after all`;
  return isOwn ? `Welcome back, ${name.split(' ', 1).join('')}` : `${name} is back`;
}

function listed(title: string, tasks: readonly TakenTask[], people: People | undefined): readonly string[] {
  if (tasks.length === 0) return [];
  const named = tasks.slice(0, mostNamed).map(({ customer, what, holderId }) => {
    const by = people === undefined ? '' : ` (${nameOf(people, holderId)})`;
    return `${customer}, ${stepLabel(what)}${by}`;
  });
  const more = tasks.length > mostNamed ? [`and ${tasks.length - mostNamed} more`] : [];
  return [`${title}: ${[...named, ...more].join('; ')}`];
}
