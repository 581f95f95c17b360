import { type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import type { Member } from '../member/roster.ts';
import { refreshHomes } from '../home/want.ts';
import { refreshCards, showCard } from '../outbox/card.ts';
import { directStream } from '../outbox/enqueue.ts';
import type { Scope } from '../scope.ts';

/** The subject of a morning list: whose calls of which day. */
export interface MorningList {
  readonly memberId: number;
  readonly day: BusinessDate;
}

export function parseMorningList(subject: string): MorningList {
  const [memberId = '', day = ''] = subject.split(':');
  return { memberId: Number(memberId), day: businessDate(day) };
}

/** Posts somebody's list of the day they have now. It is a live card: calls that are done drop out of it. */
export async function showMorningList(scope: Scope, person: Member): Promise<void> {
  // A new day: what was tomorrow's is today's.
  await refreshHomes(scope, { memberIds: [person.id], caseIds: [] });
  await showCard(scope, 'morning list', subjectOf(scope, person), { stream: directStream(person.id) });
}

/** Brings the lists that these people have had today up to date, and their Homes. */
export async function refreshMorningLists(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  memberIds: ReadonlySet<number>,
): Promise<void> {
  await refreshHomes(scope, { memberIds: [...memberIds], caseIds: [] });
  const concerned = [...people.values()].filter(({ id }) => memberIds.has(id));
  await refreshCards(
    scope,
    'morning list',
    concerned.map((person) => subjectOf(scope, person)),
  );
}

const subjectOf = ({ now }: Scope, { id, zone }: Member): string => `${id}:${dateIn(zone, now)}`;
