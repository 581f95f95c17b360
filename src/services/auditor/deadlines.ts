import { tasksOfNobody, tasksPastDeadline } from '../../../db/queries/auditor/tasks.ts';
import type { TaskRow } from '../../../db/schema/index.ts';
import type { Scope } from '../scope.ts';
import { type Found, hoursAgo } from './found.ts';

/** Tasks whose deadline passed without anybody taking them over. */
export async function missedDeadlines(scope: Scope): Promise<readonly Found[]> {
  const tasks = await tasksPastDeadline(scope.tx, hoursAgo(scope));
  return tasks.map((row) => ({ ...aboutTask('missed deadline', row), since: row.deadlineAt }));
}

/** Tasks in the hands of somebody who left. */
export async function tasksInNobodysHands(scope: Scope): Promise<readonly Found[]> {
  const tasks = await tasksOfNobody(scope.tx);
  return tasks.map((row) => aboutTask('nobody', row));
}

function aboutTask(check: Found['check'], { id, caseId, holderId, kind, step }: TaskRow): Found {
  return {
    check,
    subject: String(id),
    caseId,
    facts: { holder: holderId, what: step ?? kind },
    mends: true,
  };
}
