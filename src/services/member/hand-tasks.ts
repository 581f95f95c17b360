import { changeHolders, type HeldTask } from '../../../db/queries/task/holders.ts';
import type { Scope } from '../scope.ts';
import { refreshMorningLists } from '../task/morning-list.ts';
import type { Member } from './roster.ts';

/**
 * Puts open tasks into the hands that `heirOf` names for the moment each falls due, and brings the morning lists of
 * both sides up to date. Nobody is told one by one: the next tick nudges each new holder once about what is due.
 * What `belongsTo` somebody who cannot take it now comes back to them. The cases must be locked. Returns how many tasks changed hands.
 */
export async function handTasks(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  tasks: readonly HeldTask[],
  heirOf: (task: HeldTask, at: Date) => Member,
  belongsTo: (task: HeldTask) => number | undefined = () => undefined,
): Promise<number> {
  const changes = tasks
    .map((task) => ({ task, heir: heirOf(task, task.dueAt > scope.now ? task.dueAt : scope.now) }))
    .filter(({ task, heir }) => heir.id !== task.holderId);
  await changeHolders(
    scope.tx,
    changes.map(({ task, heir }) => {
      const home = belongsTo(task);
      const inPlaceOf = home === undefined || home === heir.id ? {} : { inPlaceOf: home };
      return { taskId: task.id, holderId: heir.id, ...inPlaceOf };
    }),
  );
  const concerned = new Set(changes.flatMap(({ task, heir }) => [task.holderId, heir.id]));
  await refreshMorningLists(scope, people, concerned);
  return changes.length;
}
