import { settleOccurrence } from '../../../db/queries/case/occurrences.ts';
import { unpostedClaims } from '../../../db/queries/letter/post.ts';
import { settleLetter } from '../../../db/queries/letter/write.ts';
import { cancelClaimTasks } from '../../../db/queries/task/close.ts';
import { record } from '../audit/record.ts';
import type { Scope } from '../scope.ts';
import { refreshLists } from '../task/refresh-lists.ts';
import { tellOfClaim } from './claim-fate.ts';

/**
 * Keeps claims from being posted that were approved and overtaken: everything was paid first, or we may not press any
 * more. It never left, so if the customer owes again it is asked for anew.
 */
export async function withdrawClaims(
  scope: Scope,
  overtaken: ReadonlyMap<number, 'everything is paid' | 'nobody presses them any more'>,
): Promise<void> {
  const claims = await unpostedClaims(scope.tx, [...overtaken.keys()]);
  if (claims.length === 0) return;
  const caseIds = claims.map(({ caseId }) => caseId);
  for (const { id, caseId, occurrenceId } of claims) {
    const because = overtaken.get(caseId) ?? '';
    await settleLetter(scope.tx, id, { status: 'held back', settledAt: scope.now, trouble: because });
    await settleOccurrence(scope.tx, occurrenceId, { how: 'failed' });
    await tellOfClaim(scope, caseId, `not posted, because ${because}`);
  }
  await cancelClaimTasks(scope.tx, caseIds, scope.now);
  await record(
    scope,
    caseIds.map((caseId) => ({
      what: 'claim not posted',
      caseId,
      details: { because: overtaken.get(caseId) ?? '' },
    })),
  );
  await refreshLists(scope, caseIds);
}
