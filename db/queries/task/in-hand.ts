import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { task, type TaskRow } from '../../schema/index.ts';

export type TaskInHand = Pick<
  TaskRow,
  'id' | 'holderId' | 'level' | 'fence' | 'openedAt' | 'dueAt' | 'deadlineAt' | 'nudgesSpent'
>;

/** Everything that these people have to do, the nearest deadline first. */
export async function tasksInHand(
  tx: Transaction,
  holderIds: readonly number[],
): Promise<readonly TaskInHand[]> {
  return tx
    .select({
      id: task.id,
      holderId: task.holderId,
      level: task.level,
      fence: task.fence,
      openedAt: task.openedAt,
      dueAt: task.dueAt,
      deadlineAt: task.deadlineAt,
      nudgesSpent: task.nudgesSpent,
    })
    .from(task)
    .where(and(inArray(task.holderId, [...holderIds]), eq(task.status, 'open')))
    .orderBy(asc(task.deadlineAt), asc(task.id));
}
