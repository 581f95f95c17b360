import { openTasks } from '../../../db/queries/task/find.ts';
import { spendNudges } from '../../../db/queries/task/move.ts';
import type { TaskRow } from '../../../db/schema/index.ts';
import { groupBy } from '../../core/group-by.ts';
import { enforceTask } from '../../core/task/enforce.ts';
import { absenceAt } from '../member/presence.ts';
import { type Member, roster } from '../member/roster.ts';
import { directStream, enqueue } from '../outbox/enqueue.ts';
import { morningOf } from '../routine/plan.ts';
import type { Scope } from '../scope.ts';
import { takeOver } from './take-over.ts';

/**
 * Nags the holders of due tasks and takes missed ones out of their hands. One message per person and moment, however
 * many tasks it is about; a moment that passed while nobody looked, while they are away, or that their morning list
 * speaks of, is spent without a message of its own.
 */
export async function enforceTasks(scope: Scope, caseIds: readonly number[]): Promise<void> {
  const judged = (await openTasks(scope.tx, caseIds)).map((row) => ({
    row,
    verdict: enforceTask(row, scope.now),
  }));
  await nudge(
    scope,
    judged.flatMap(({ row, verdict }) => (verdict.kind === 'nudge' ? [{ row, spent: verdict.spent }] : [])),
  );
  await takeOver(
    scope,
    judged.flatMap(({ row, verdict }) => (verdict.kind === 'missed' ? [{ row, next: verdict.next }] : [])),
  );
}

interface Due {
  readonly row: TaskRow;
  /** How many nudges about it are spent with this one. */
  readonly spent: number;
}

async function nudge(scope: Scope, due: readonly Due[]): Promise<void> {
  if (due.length === 0) return;
  await spendNudges(
    scope.tx,
    due.map(({ row, spent }) => ({ taskId: row.id, spent })),
  );
  const people = await roster(scope);
  const isAtWork = (id: number): boolean => {
    const holder = people.get(id);
    return holder !== undefined && absenceAt(holder, scope.now) === undefined;
  };
  const isTold = ({ row, spent }: Due): boolean => {
    const holder = people.get(row.holderId);
    return holder !== undefined && spent === 1 && isOnMorningList(holder, row, scope.now);
  };
  const told = due.filter((one) => !isTold(one));
  await enqueue(
    scope,
    [...groupBy(told, ({ row }) => row.holderId)]
      .filter(([id]) => isAtWork(id))
      .map(([memberId, tasks]) => ({
        stream: directStream(memberId),
        class: 'durable',
        notice: { kind: 'nudge', memberId, tasks: tasks.map(({ row: { id, fence } }) => ({ id, fence })) },
      })),
  );
}

/** Known when today's list came and due by then: it stands there, with the same buttons. */
function isOnMorningList(holder: Member, { openedAt, dueAt }: TaskRow, now: Date): boolean {
  const list = morningOf(holder, now);
  return list !== undefined && openedAt < list && dueAt <= list;
}
