import { raiseCases } from '../../../db/queries/case/standing.ts';
import type { Action } from '../../core/dunning/decision.ts';
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
  const positionOf = (key: string): number => ladder.steps.findIndex((step) => step.key === key);
  return facts.raisedTo !== undefined && positionOf(decision.step) >= positionOf(facts.raisedTo);
}
