import { consumeApproval } from '../../../db/queries/approval/consume.ts';
import { pendingApprovals } from '../../../db/queries/approval/find.ts';
import { deny } from '../approval/subject.ts';
import { refreshCards } from '../outbox/card.ts';
import type { Scope } from '../scope.ts';

/** Nobody may approve a claim or a hold against somebody whom we may not press: the questions lapse, and say why. */
export async function lapseQuestions(
  scope: Scope,
  caseIds: readonly number[],
  reason: string,
): Promise<void> {
  const pending = await pendingApprovals(scope.tx, caseIds);
  for (const row of pending) {
    await deny(scope, row, 'lapsed', reason);
    await consumeApproval(scope.tx, row.id, {
      status: 'lapsed',
      reason,
      decidedBy: null,
      decidedAt: scope.now,
    });
  }
  await refreshCards(
    scope,
    'approval',
    pending.map(({ id }) => String(id)),
  );
}
