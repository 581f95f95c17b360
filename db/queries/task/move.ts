import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { task, type TaskRow } from '../../schema/index.ts';

/** Counts nudges about tasks as given. */
export async function spendNudges(
  tx: Transaction,
  spent: readonly { readonly taskId: number; readonly spent: number }[],
): Promise<void> {
  const rows = spent.map(({ taskId, spent: nudges }) => ({ id: taskId, nudges }));
  await tx.execute(sql`
    update task t set nudges_spent = r.nudges
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id bigint, nudges int)
    where t.workspace_id = current_workspace() and t.id = r.id`);
}

export interface PassedOnTask extends Pick<
  TaskRow,
  'holderId' | 'level' | 'dueAt' | 'deadlineAt' | 'nudgesSpent'
> {
  readonly taskId: number;
}

/** Puts tasks into hands that have new times for them; the fence rises, so that no message about them as they were is sent. */
export async function passOnTasks(tx: Transaction, tasks: readonly PassedOnTask[]): Promise<void> {
  const rows = tasks.map((one) => ({
    id: one.taskId,
    holder: one.holderId,
    level: one.level,
    due: one.dueAt.toISOString(),
    deadline: one.deadlineAt.toISOString(),
    nudges: one.nudgesSpent,
  }));
  await tx.execute(sql`
    update task t set holder_id = r.holder, level = r.level, due_at = r.due, deadline_at = r.deadline,
      nudges_spent = r.nudges, fence = t.fence + 1
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id bigint, holder bigint, level text, due timestamptz, deadline timestamptz, nudges int)
    where t.workspace_id = current_workspace() and t.id = r.id`);
}

/** Puts a call off to another time, in the same hands; the fence rises here, too. */
export async function putOffTask(
  tx: Transaction,
  id: number,
  to: Pick<TaskRow, 'attempts' | 'dueAt' | 'deadlineAt' | 'nudgesSpent'>,
): Promise<void> {
  await tx
    .update(task)
    .set({ ...to, fence: sql`${task.fence} + 1` })
    .where(eq(task.id, id));
}
