import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { approval, letter, outcome } from '../../../db/schema/index.ts';
import type { CaseOverview } from '../case/overview.ts';
import { overviewOfCase } from '../case/overview.ts';
import { roster } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { approversOf } from './approvers.ts';

type Approval = typeof approval.$inferSelect;

/** What whoever approves must see: the sum, what was tried, who was reached, what was delivered. */
export interface ApprovalView {
  readonly approval: Approval;
  readonly of: CaseOverview;
  readonly attempts: number;
  readonly reached: readonly { readonly spokeWith: string; readonly said: string; readonly at: Date }[];
  readonly delivered: readonly { readonly kind: string; readonly to: string | null; readonly at: Date }[];
  readonly approverIds: readonly number[];
}

export async function approvalView(scope: Scope, approvalId: number): Promise<ApprovalView | undefined> {
  const [row] = await scope.tx.select().from(approval).where(eq(approval.id, approvalId));
  if (row === undefined) return undefined;
  const of = await overviewOfCase(scope, row.caseId);
  if (of === undefined) return undefined;
  const calls = await scope.tx
    .select()
    .from(outcome)
    .where(eq(outcome.caseId, row.caseId))
    .orderBy(desc(outcome.id));
  const letters = await scope.tx
    .select()
    .from(letter)
    .where(and(eq(letter.caseId, row.caseId), inArray(letter.status, ['sent'])))
    .orderBy(asc(letter.id));
  const people = await roster(scope);
  return {
    approval: row,
    of,
    attempts: calls.length,
    reached: calls
      .filter((call) => call.reachedCustomer)
      .map((call) => ({ spokeWith: call.spokeWith ?? 'somebody', said: call.said ?? '', at: call.at })),
    delivered: letters.map((sent) => ({ kind: sent.kind, to: sent.toAddress, at: sent.settledAt! })),
    approverIds: (await approversOf(scope, people, row.caseId)).map((person) => person.id),
  };
}
