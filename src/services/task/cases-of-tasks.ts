import { and, eq, inArray } from 'drizzle-orm';
import { task } from '../../../db/schema/index.ts';
import type { Scope } from '../scope.ts';

/** The cases of those of the given tasks that are still open. */
export async function casesOfTasks(scope: Scope, taskIds: readonly number[]): Promise<readonly number[]> {
  const rows = await scope.tx
    .selectDistinct({ caseId: task.caseId })
    .from(task)
    .where(and(inArray(task.id, [...taskIds]), eq(task.status, 'open')));
  return rows.map((row) => row.caseId);
}
