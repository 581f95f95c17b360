import { findApproval } from '../../../db/queries/approval/find.ts';
import { findHold } from '../../../db/queries/hold/find.ts';
import { deliveredLetters } from '../../../db/queries/letter/find.ts';
import { outcomesOfCase } from '../../../db/queries/outcome/find.ts';
import { findPause } from '../../../db/queries/pause/find.ts';
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
  /** Of a pause or a hold: what is asked, why and by whom. */
  readonly asked: { readonly reason: string; readonly until?: string; readonly by: number } | undefined;
}

export async function approvalView(scope: Scope, approvalId: number): Promise<ApprovalView | undefined> {
  const approval = await findApproval(scope.tx, approvalId);
  if (approval === undefined) return undefined;
  const { caseId } = approval;
  const of = await overviewOfCase(scope, caseId);
  if (of === undefined) return undefined;
  const calls = await outcomesOfCase(scope.tx, caseId);
  const letters = await deliveredLetters(scope.tx, caseId);
  const approvers = await approversOf(scope, await roster(scope), approval);
  return {
    approval,
    of,
    attempts: calls.length,
    reached: calls
      .filter((call) => call.reachedCustomer)
      .map((call) => ({ spokeWith: call.spokeWith ?? 'somebody', said: call.said ?? '', at: call.at })),
    delivered: letters.map(({ kind, toAddress, settledAt }) => ({ kind, to: toAddress, at: settledAt })),
    approverIds: approvers.map((person) => person.id),
    asked: await askedFor(scope, approval),
  };
}

async function askedFor({ tx }: Scope, { kind, subjectId }: ApprovalRow): Promise<ApprovalView['asked']> {
  if (kind === 'pause') {
    const pause = await findPause(tx, subjectId ?? 0);
    return pause && { reason: pause.reason, until: pause.untilDay, by: pause.askedBy };
  }
  const hold = kind === 'hold' ? await findHold(tx, subjectId ?? 0) : undefined;
  return hold && { reason: hold.reason, by: hold.proposedBy };
}
