import { tasksTakenFor } from '../../../db/queries/absence/taken.ts';
import { endAbsences } from '../../../db/queries/absence/write.ts';
import { tasksAround } from '../../../db/queries/task/holders.ts';
import { instantAt } from '../../core/calendar/zone.ts';
import { record } from '../audit/record.ts';
import type { Absence } from '../member/presence.ts';
import type { Member } from '../member/roster.ts';
import type { BackFacts, TakenTask } from '../notice.ts';
import type { Scope } from '../scope.ts';
import { settleHands } from './settle-hands.ts';

/**
 * Ends an absence: what others hold in the person's place comes back, unless it rose above them. Their cases must be
 * locked. Returns what they should know.
 */
export async function returnFrom(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  person: Member,
  absence: Absence,
  endedBy: number | undefined,
): Promise<BackFacts> {
  await endAbsences(scope.tx, [absence.row.id], scope.now);
  const back = { ...person, absences: person.absences.filter(({ id }) => id !== absence.row.id) };
  const team = new Map(people).set(person.id, back);
  const taken = await tasksTakenFor(scope.tx, person.id, instantAt(person.zone, absence.from, '00:00'));
  const settled = await settleHands(scope, team, await tasksAround(scope.tx, person.id));
  const yours = new Set(settled.filter(({ holder }) => holder.id === person.id).map(({ task }) => task.id));
  const inWords = (some: typeof taken): readonly TakenTask[] =>
    some.map(({ customer, step, what, holderId }) => ({ customer, what: step ?? what, holderId }));
  await record(scope, [
    {
      what: 'absence ended',
      ...(endedBy === undefined ? {} : { memberId: endedBy }),
      details: { member: person.name, from: absence.from, to: absence.to },
    },
  ]);
  return {
    memberId: person.id,
    from: absence.from,
    to: absence.to,
    done: inWords(taken.filter(({ status }) => status === 'done')),
    yours: inWords(taken.filter(({ id }) => yours.has(id))),
    withOthers: inWords(taken.filter(({ id, status }) => status === 'open' && !yours.has(id))),
  };
}
