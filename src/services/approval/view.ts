import { approvalsById } from '../../../db/queries/approval/find.ts';
import { holdsById } from '../../../db/queries/hold/find.ts';
import { type DeliveredLetter, deliveredLetters } from '../../../db/queries/letter/find.ts';
import { outcomesOfCases } from '../../../db/queries/outcome/find.ts';
import { pausesById } from '../../../db/queries/pause/find.ts';
import type { ApprovalRow, OutcomeRow } from '../../../db/schema/index.ts';
import { groupBy } from '../../core/group-by.ts';
import { type CaseOverview, overviews } from '../case/overview.ts';
import { type Member, roster } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { approversBeside } from './approvers.ts';

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
  return (await approvalViews(scope, [approvalId]))[0];
}

/** The same of several, those asked first coming first; what is not there any more is left out. */
export async function approvalViews(
  scope: Scope,
  approvalIds: readonly number[],
): Promise<readonly ApprovalView[]> {
  const approvals = await approvalsById(scope.tx, approvalIds);
  if (approvals.length === 0) return [];
  const caseIds = [...new Set(approvals.map(({ caseId }) => caseId))];
  const { rows } = await overviews(scope, { caseIds });
  const files: Files = {
    people: await roster(scope),
    cases: new Map(rows.map((of) => [of.caseId, of])),
    calls: groupBy(await outcomesOfCases(scope.tx, caseIds), ({ caseId }) => caseId),
    letters: groupBy(await deliveredLetters(scope.tx, caseIds), ({ caseId }) => caseId),
    asked: await askedFor(scope, approvals),
  };
  return approvals.flatMap((approval) => viewOf(scope, approval, files) ?? []);
}

type Asked = NonNullable<ApprovalView['asked']>;

/** What is on file about the cases of some approvals, by case; `asked` by approval. */
interface Files {
  readonly people: ReadonlyMap<number, Member>;
  readonly cases: ReadonlyMap<number, CaseOverview>;
  readonly calls: ReadonlyMap<number, readonly OutcomeRow[]>;
  readonly letters: ReadonlyMap<number, readonly DeliveredLetter[]>;
  readonly asked: ReadonlyMap<number, Asked>;
}

function viewOf(scope: Scope, approval: ApprovalRow, files: Files): ApprovalView | undefined {
  const of = files.cases.get(approval.caseId);
  if (of === undefined) return undefined;
  const calls = files.calls.get(approval.caseId) ?? [];
  const letters = files.letters.get(approval.caseId) ?? [];
  const approvers = approversBeside(scope, files.people, { ...approval, ownerId: of.ownerId });
  return {
    approval,
    of,
    attempts: calls.length,
    reached: calls
      .filter((call) => call.reachedCustomer)
      .map((call) => ({ spokeWith: call.spokeWith ?? 'somebody', said: call.said ?? '', at: call.at })),
    delivered: letters.map(({ kind, toAddress, settledAt }) => ({ kind, to: toAddress, at: settledAt })),
    approverIds: approvers.map((person) => person.id),
    asked: files.asked.get(approval.id),
  };
}

async function askedFor(
  { tx }: Scope,
  approvals: readonly ApprovalRow[],
): Promise<ReadonlyMap<number, Asked>> {
  const subjects = (kind: ApprovalRow['kind']): readonly number[] =>
    approvals.flatMap((one) => (one.kind === kind ? (one.subjectId ?? []) : []));
  const pauses = new Map((await pausesById(tx, subjects('pause'))).map((one) => [one.id, one]));
  const holds = new Map((await holdsById(tx, subjects('hold'))).map((one) => [one.id, one]));
  return new Map(
    approvals.flatMap(({ id, kind, subjectId }): [number, Asked][] => {
      const pause = kind === 'pause' ? pauses.get(subjectId ?? 0) : undefined;
      if (pause !== undefined)
        return [[id, { reason: pause.reason, until: pause.untilDay, by: pause.askedBy }]];
      const hold = kind === 'hold' ? holds.get(subjectId ?? 0) : undefined;
      return hold === undefined ? [] : [[id, { reason: hold.reason, by: hold.proposedBy }]];
    }),
  );
}
