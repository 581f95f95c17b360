import { and, count, eq } from 'drizzle-orm';
import type { Transaction } from '../client.ts';
import { task } from '../schema/index.ts';

/** How many tasks somebody holds that are not done. */
export async function countOpenTasks(tx: Transaction, memberId: number): Promise<number> {
  const [row] = await tx
    .select({ tasks: count() })
    .from(task)
    .where(and(eq(task.holderId, memberId), eq(task.status, 'open')));
  return row?.tasks ?? 0;
}
