import { changeHolders, type HeldTask } from '../../../db/queries/task/holders.ts';
import type { Window } from '../../core/calendar/hours.ts';
import { heirOf } from '../member/heir.ts';
import { holderOf } from '../member/holder.ts';
import { isWorking } from '../member/presence.ts';
import { hasRole, type Member, memberOf } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { refreshMorningLists } from '../task/morning-list.ts';

/** A task that changed hands because somebody cannot, or can again, work in its time. */
export interface Settled {
  readonly task: HeldTask;
  readonly holder: Member;
  /** Whom the holder stands in for; nobody when it is back with whom it belongs to. */
  readonly inPlaceOf: Member | undefined;
}

/**
 * Puts open tasks into the hands of whoever can work in the time that is left for them: the person they belong to,
 * else who stands in. What is late already is a matter of the next tick. Morning lists follow; the next tick nudges. The cases must be locked.
 */
export async function settleHands(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  tasks: readonly HeldTask[],
): Promise<readonly Settled[]> {
  const settled = tasks
    .filter(({ deadlineAt }) => deadlineAt > scope.now)
    .map((task) => settle(people, task, windowLeft(scope, task)))
    .filter(({ task, holder }) => holder.id !== task.holderId);
  await changeHolders(
    scope.tx,
    settled.map(({ task, holder, inPlaceOf }) => ({
      taskId: task.id,
      holderId: holder.id,
      ...(inPlaceOf === undefined ? {} : { inPlaceOf: inPlaceOf.id }),
    })),
  );
  const concerned = new Set(settled.flatMap(({ task, holder }) => [task.holderId, holder.id]));
  await refreshMorningLists(scope, people, concerned);
  return settled;
}

function windowLeft({ now }: Scope, { dueAt, deadlineAt }: HeldTask): Window {
  return { from: dueAt > now ? dueAt : now, to: deadlineAt };
}

function settle(people: ReadonlyMap<number, Member>, task: HeldTask, window: Window): Settled {
  const holder = memberOf(people, task.holderId);
  const absent = task.inPlaceOf === null ? undefined : people.get(task.inPlaceOf);
  // What rose above somebody while they were away stays where it rose to.
  const home = absent?.active === true && mayHold(absent, task.level) ? absent : holder;
  if (isWorking(home, window)) return { task, holder: home, inPlaceOf: undefined };
  const standIn = standInFor(people, home, task.level, window);
  return { task, holder: standIn, inPlaceOf: standIn.id === home.id ? undefined : home };
}

function standInFor(
  people: ReadonlyMap<number, Member>,
  home: Member,
  level: HeldTask['level'],
  window: Window,
): Member {
  return level === 'owner' ? holderOf(people, home.id, window) : heirOf(people, home, level, window);
}

function mayHold(person: Member, level: HeldTask['level']): boolean {
  return level === 'owner' || hasRole(person, [level]);
}
