import { casesOfOpenTasks } from '../../../db/queries/task/find.ts';
import type { Scope } from '../scope.ts';

/** The cases of those of the given tasks that are still open. */
export async function casesOfTasks({ tx }: Scope, taskIds: readonly number[]): Promise<readonly number[]> {
  return casesOfOpenTasks(tx, taskIds);
}
