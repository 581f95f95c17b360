import { tasksTakenOver } from '../../../db/queries/task/misses.ts';
import { type CaseOverview, overviews } from '../case/overview.ts';
import type { Scope } from '../scope.ts';
import { isCall } from './deadline-of.ts';
import type { TakenOver } from './taken-over.ts';

export interface TakenOverView extends TakenOver {
  readonly cases: readonly CaseOverview[];
  /** Nothing but calls was missed. */
  readonly onlyCalls: boolean;
}

/**
 * The cases whose tasks one person missed and another has now, on one day; each once. Whoever has them sees those that
 * are still to be done, whoever missed them all of them.
 */
export async function takenOverView(scope: Scope, of: TakenOver): Promise<TakenOverView> {
  const missed = await tasksTakenOver(scope.tx, of);
  const caseIds = [...new Set(missed.map(({ caseId }) => caseId))];
  const toDo = of.reader === of.heldBy ? { holderId: of.heldBy } : {};
  const cases = (await overviews(scope, { caseIds, ...toDo })).rows;
  return { ...of, cases, onlyCalls: missed.every(isCall) };
}
