import * as queries from '../../../db/queries/case/wake.ts';
import type { Scope } from '../scope.ts';

/**
 * Has these cases judged afresh at once. Every use case that changes a fact calls this in its transaction: `wake_at`
 * may be too early, never too late.
 */
export async function wakeCases(scope: Scope, caseIds: readonly number[]): Promise<void> {
  if (caseIds.length === 0) return;
  await queries.wakeCases(scope.tx, caseIds, scope.now);
  scope.wake('tick');
}
