import type { Transaction } from '../../client.ts';
import { task } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';

export type NewTask = NewRow<typeof task>;

export async function insertTasks(tx: Transaction, tasks: readonly NewTask[]): Promise<void> {
  await tx.insert(task).values(tasks.map((one) => ({ ...one, workspaceId: here })));
}
