import { findApproval } from '../../../db/queries/approval/find.ts';
import { deliveredLetters } from '../../../db/queries/letter/find.ts';
import { outcomesOfCase } from '../../../db/queries/outcome/find.ts';
import type { ApprovalRow } from '../../../db/schema/index.ts';
import { type CaseOverview, overviewOfCase } from '../case/overview.ts';
import { roster } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { approversOf } from './approvers.ts';

/** What whoever approves must see: the sum, what was tried, who was reached, what was delivered. */
export interface ApprovalView {
  readonly approval: ApprovalRow;
  readonly of: CaseOverview;
  readonly attempts: number;
  readonly reached: readonly { readonly spokeWith: string; readonly said: string; readonly at: Date }[];
  readonly delivered: readonly { readonly kind: string; readonly to: string | null; readonly at: Date }[];
  readonly approverIds: readonly number[];
}

export async function approvalView(scope: Scope, approvalId: number): Promise<ApprovalView | undefined> {
  const approval = await findApproval(scope.tx, approvalId);
  if (approval === undefined) return undefined;
  const { caseId } = approval;
  const of = await overviewOfCase(scope, caseId);
  if (of === undefined) return undefined;
  const calls = await outcomesOfCase(scope.tx, caseId);
  const letters = await deliveredLetters(scope.tx, caseId);
  const approvers = await approversOf(scope, await roster(scope), caseId);
  return {
    approval,
    of,
    attempts: calls.length,
    reached: calls
      .filter((call) => call.reachedCustomer)
      .map((call) => ({ spokeWith: call.spokeWith ?? 'somebody', said: call.said ?? '', at: call.at })),
    delivered: letters.map(({ kind, toAddress, settledAt }) => ({ kind, to: toAddress, at: settledAt })),
    approverIds: approvers.map((person) => person.id),
  };
}
