import { casesTakenOver } from '../../../db/queries/task/misses.ts';
import { type CaseOverview, overviews } from '../case/overview.ts';
import type { Scope } from '../scope.ts';
import type { TakenOver } from './taken-over.ts';

export interface TakenOverView extends TakenOver {
  readonly cases: readonly CaseOverview[];
}

/**
 * The cases whose tasks one person missed and another has now, on one day; each once. Whoever has them sees those that
 * are still to be done, whoever missed them all of them.
 */
export async function takenOverView(scope: Scope, of: TakenOver): Promise<TakenOverView> {
  const caseIds = await casesTakenOver(scope.tx, of);
  const toDo = of.reader === of.heldBy ? { holderId: of.heldBy } : {};
  return { ...of, cases: (await overviews(scope, { caseIds, ...toDo })).rows };
}
