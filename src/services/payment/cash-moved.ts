import { wakeCases } from '../case/wake.ts';
import { refreshCards } from '../outbox/card.ts';
import type { Scope } from '../scope.ts';
import { refreshLists } from '../task/refresh-lists.ts';
import { reviewAllocations } from './allocation-task.ts';

/**
 * Follows up what came in, went out or was put elsewhere: finance's tasks, the lists and cards that show it, and the
 * cases' moments. The caller names all cases of the customers: what one received is a fact for the others.
 */
export async function cashMoved(scope: Scope, caseIds: readonly number[]): Promise<void> {
  if (caseIds.length === 0) return;
  await reviewAllocations(scope, caseIds);
  await refreshLists(scope, caseIds);
  await refreshCards(scope, 'case', caseIds.map(String));
  await wakeCases(scope, caseIds);
}
