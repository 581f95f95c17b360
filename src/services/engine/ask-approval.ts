import { lastAnswer } from '../../../db/queries/approval/find.ts';
import type { ApprovalRow } from '../../../db/schema/index.ts';
import { askApproval } from '../approval/ask.ts';
import { lapse } from '../approval/lapse.ts';
import { record } from '../audit/record.ts';
import { pressedSumOf } from '../case/file.ts';
import type { Scope } from '../scope.ts';
import type { JudgedTo } from './judged.ts';

/**
 * Asks for the approvals without which a hold, a claim or a hand-over does not happen. A hand-over cannot be taken back, so two
 * people must agree to it.
 */
export async function askForSteps(
  scope: Scope,
  asking: readonly JudgedTo<'hold' | 'claim' | 'handover'>[],
): Promise<void> {
  for (const { file, decision } of asking) {
    const { caseId } = file.facts;
    const { step } = decision;
    const before = await lastAnswer(scope.tx, { caseId, kind: 'step', step });
    if (before?.status === 'pending') await lapse(scope, before, grown(before, decision.invoices));
    await askApproval(scope, {
      caseId,
      kind: 'step',
      subjectId: null,
      step,
      amount: pressedSumOf(file, decision.invoices, scope.now),
      invoices: decision.invoices,
      alsoOpen: decision.kind === 'claim' ? decision.alsoOpen : [],
      receives: decision.receives,
      needs: decision.kind === 'handover' ? 2 : 1,
      // Somebody who wanted it asked again is not the one to answer.
      askedBy: before?.status === 'refused' ? before.againBy : null,
    });
    await record(scope, [{ what: `${step} approval asked`, caseId }]);
  }
}

/** More invoices came as far as those that were asked about. */
function grown(before: ApprovalRow, invoices: readonly number[]): string {
  const more = invoices.filter((id) => !before.invoices.includes(id)).length;
  return `${more} more ${more === 1 ? 'invoice has' : 'invoices have'} come as far`;
}
