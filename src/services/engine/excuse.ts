import { passOnTasks } from '../../../db/queries/task/move.ts';
import type { TaskRow } from '../../../db/schema/index.ts';
import { record } from '../audit/record.ts';
import { type Member, memberOf } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { customersCalled } from '../task/customers-called.ts';
import { newTimes } from '../task/deadline-of.ts';
import { refreshMorningLists } from '../task/morning-list.ts';
import type { Due } from './nudge.ts';
import { deadlineMoved } from './outage.ts';

/**
 * Gives tasks whose deadline passed while Dunwell was down another one, in the same hands and as nobody's miss.
 * Returns them for the one reminder that stands for all that they lost.
 */
export async function excuse(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  excused: readonly TaskRow[],
): Promise<readonly Due[]> {
  if (excused.length === 0) return [];
  const customers = await customersCalled(scope, excused);
  await passOnTasks(
    scope.tx,
    excused.map((row) => ({
      taskId: row.id,
      holderId: row.holderId,
      level: row.level,
      ...newTimes(memberOf(people, row.holderId), row.level, scope.now, customers.get(row.id)),
    })),
  );
  await record(
    scope,
    excused.map(({ id, caseId, step }) => ({ what: deadlineMoved, caseId, details: { task: id, step } })),
  );
  await refreshMorningLists(scope, people, new Set(excused.map(({ holderId }) => holderId)));
  return excused.map((row) => ({ row, spent: row.nudgesSpent, fence: row.fence + 1 }));
}
