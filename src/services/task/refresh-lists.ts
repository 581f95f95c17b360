import { holdersOfTasks } from '../../../db/queries/task/find.ts';
import { roster } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { refreshMorningLists } from './morning-list.ts';

/** Brings up to date the morning lists of everybody who holds or held a task of these cases: what is done drops out. */
export async function refreshLists(scope: Scope, caseIds: readonly number[]): Promise<void> {
  if (caseIds.length === 0) return;
  await refreshMorningLists(scope, await roster(scope), await holdersOfTasks(scope.tx, caseIds));
}
