import { insertApproval } from '../../../db/queries/approval/ask.ts';
import { record } from '../audit/record.ts';
import { pressedSumOf } from '../case/file.ts';
import { showInThread } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';
import type { JudgedTo } from './judged.ts';

/** Asks for the approval without which a hold, a claim or a hand-over does not happen; the question stands in the case's thread. */
export async function askApproval(
  scope: Scope,
  asking: readonly JudgedTo<'hold' | 'claim' | 'handover'>[],
): Promise<void> {
  for (const { file, decision } of asking) {
    const { caseId } = file.facts;
    const approvalId = await insertApproval(scope.tx, {
      caseId,
      step: decision.step,
      amount: pressedSumOf(file, decision.invoices, scope.now),
      invoices: [...decision.invoices],
      alsoOpen: decision.kind === 'claim' ? [...decision.alsoOpen] : [],
      receives: [...decision.receives],
      askedAt: scope.now,
    });
    await showInThread(scope, caseId, 'approval', String(approvalId));
    await record(scope, [{ what: `${decision.step} approval asked`, caseId }]);
  }
}
