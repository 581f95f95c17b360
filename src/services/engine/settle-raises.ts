import { raiseCases } from '../../../db/queries/case/standing.ts';
import type { Action } from '../../core/dunning/decision.ts';
import { positionOf } from '../../core/dunning/place.ts';
import type { Scope } from '../scope.ts';
import { caseIdOf, type Judged } from './judged.ts';

/**
 * A step raised by hand is raised once: when it, or one above it, is done or asked for, the raise is over. Anything
 * weaker leaves it alone: a raised letter that waits for fresh data is not forgotten over the call of the day.
 */
export async function settleRaises({ tx }: Scope, acted: readonly Judged<Action>[]): Promise<void> {
  const over = acted.filter(isOver).map(caseIdOf);
  if (over.length > 0) await raiseCases(tx, over, null);
}

function isOver({ file: { facts, ladder }, decision }: Judged<Action>): boolean {
  const { raisedTo } = facts;
  return raisedTo !== undefined && positionOf(ladder, decision.step) >= positionOf(ladder, raisedTo);
}
