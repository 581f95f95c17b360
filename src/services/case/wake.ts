import { inArray } from 'drizzle-orm';
import { cases } from '../../../db/schema/index.ts';
import type { Scope } from '../scope.ts';

/**
 * Has these cases judged afresh at once. Every use case that changes a fact calls this in its transaction: `wake_at`
 * may be too early, never too late.
 */
export async function wakeCases(scope: Scope, caseIds: readonly number[]): Promise<void> {
  if (caseIds.length === 0) return;
  await scope.tx
    .update(cases)
    .set({ wakeAt: scope.now })
    .where(inArray(cases.id, [...caseIds]));
  scope.wake('tick');
}
