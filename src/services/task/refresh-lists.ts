import { eq } from 'drizzle-orm';
import { task } from '../../../db/schema/index.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { roster } from '../member/roster.ts';
import { refreshCards } from '../outbox/card.ts';
import type { Scope } from '../scope.ts';

/** Brings up to date the morning lists of everybody who holds or held a task of this case: what is done drops out. */
export async function refreshLists(scope: Scope, caseId: number): Promise<void> {
  const people = await roster(scope);
  const rows = await scope.tx
    .selectDistinct({ holderId: task.holderId, firstHolderId: task.firstHolderId })
    .from(task)
    .where(eq(task.caseId, caseId));
  const concerned = new Set(rows.flatMap((row) => [row.holderId, row.firstHolderId]));
  const subjects = [...concerned].flatMap((id) => {
    const person = people.get(id);
    return person === undefined ? [] : [`${id}:${dateIn(person.zone, scope.now)}`];
  });
  await refreshCards(scope, 'morning list', subjects);
}
