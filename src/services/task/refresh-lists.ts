import { holdersOfTasks } from '../../../db/queries/task/find.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { roster } from '../member/roster.ts';
import { refreshCards } from '../outbox/card.ts';
import type { Scope } from '../scope.ts';

/** Brings up to date the morning lists of everybody who holds or held a task of this case: what is done drops out. */
export async function refreshLists(scope: Scope, caseId: number): Promise<void> {
  const people = await roster(scope);
  const concerned = await holdersOfTasks(scope.tx, caseId);
  const subjects = [...concerned].flatMap((id) => {
    const person = people.get(id);
    return person === undefined ? [] : [`${id}:${dateIn(person.zone, scope.now)}`];
  });
  await refreshCards(scope, 'morning list', subjects);
}
