import { and, eq, inArray } from 'drizzle-orm';
import { approval, letter, task } from '../../../db/schema/index.ts';
import type { Notice } from '../notice.ts';
import type { Scope } from '../scope.ts';

/** The notice as far as it still holds at the moment of sending; nothing when there is nothing left to say. */
export async function stillTrue(scope: Scope, notice: Notice): Promise<Notice | undefined> {
  switch (notice.kind) {
    case 'nudge': {
      const tasks = await stillOpen(scope, notice.tasks);
      return tasks.length === 0 ? undefined : { ...notice, tasks };
    }
    case 'handed to you':
      return (await stillOpen(scope, [{ id: notice.taskId, fence: notice.fence }])).length === 0
        ? undefined
        : notice;
    case 'approval waits':
      return (await isPending(scope, notice.approvalId)) ? notice : undefined;
    case 'mail':
      return (await isQueued(scope, notice.letterId)) ? notice : undefined;
    case 'card':
    case 'outcome':
    case 'promise':
    case 'payment':
    case 'letter':
    case 'raised':
    case 'approval decided':
    case 'missed':
    case 'ledger stale':
      return notice;
  }
}

async function stillOpen(
  scope: Scope,
  tasks: readonly { readonly id: number; readonly fence: number }[],
): Promise<readonly { readonly id: number; readonly fence: number }[]> {
  const rows = await scope.tx
    .select({ id: task.id, fence: task.fence })
    .from(task)
    .where(
      and(
        inArray(
          task.id,
          tasks.map((one) => one.id),
        ),
        eq(task.status, 'open'),
      ),
    );
  const fences = new Map(rows.map((row) => [row.id, row.fence]));
  return tasks.filter((one) => fences.get(one.id) === one.fence);
}

async function isPending(scope: Scope, approvalId: number): Promise<boolean> {
  const [row] = await scope.tx
    .select({ status: approval.status })
    .from(approval)
    .where(eq(approval.id, approvalId));
  return row?.status === 'pending';
}

async function isQueued(scope: Scope, letterId: number): Promise<boolean> {
  const [row] = await scope.tx.select({ status: letter.status }).from(letter).where(eq(letter.id, letterId));
  return row?.status === 'queued';
}
