import { approvalsById, askersOf, followersOf } from '../../../db/queries/approval/find.ts';
import { type Vote, votesOn } from '../../../db/queries/approval/votes.ts';
import { numbersById } from '../../../db/queries/invoice/numbers.ts';
import { type DeliveredLetter, deliveredLetters } from '../../../db/queries/letter/find.ts';
import { outcomesOfCases } from '../../../db/queries/outcome/find.ts';
import type { ApprovalRow, OutcomeRow } from '../../../db/schema/index.ts';
import type { Bench } from '../../core/approval/bench.ts';
import { type Group, groupBy } from '../../core/group-by.ts';
import { type CaseOverview, overviews } from '../case/overview.ts';
import { type Member, roster } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { approversOf } from './approvers.ts';
import { askedFor, type AskedFor } from './asked-for.ts';

/** What whoever approves must see: the sum, what was tried, who was reached, what was delivered, who agreed. */
export interface ApprovalView {
  readonly approval: ApprovalRow;
  readonly of: CaseOverview;
  /** The numbers of what it is about. */
  readonly invoices: readonly string[];
  readonly attempts: number;
  readonly reached: readonly { readonly spokeWith: string; readonly said: string; readonly at: Date }[];
  /** Letters about any of it. */
  readonly delivered: readonly { readonly kind: string; readonly to: string | null; readonly at: Date }[];
  /** Who answers, as of now. */
  readonly bench: Bench;
  /** Who agreed, the first before. */
  readonly votes: readonly Vote[];
  /** The refused or lapsed one that this asks again, and the one that asks this again. */
  readonly before: ApprovalRow | undefined;
  readonly after: ApprovalRow | undefined;
  /** Of what somebody proposed: what is asked, why and by whom. */
  readonly asked: AskedFor | undefined;
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
  const files = await loadFiles(scope, approvals);
  return approvals.flatMap((approval) => viewOf(scope, approval, files) ?? []);
}

/** What is on file about some approvals: of their cases by case, `votes`, `askers`, `asked`, `before` and `after` by approval. */
interface Files {
  readonly people: ReadonlyMap<number, Member>;
  readonly cases: ReadonlyMap<number, CaseOverview>;
  readonly numbers: ReadonlyMap<number, string>;
  readonly calls: ReadonlyMap<number, readonly OutcomeRow[]>;
  readonly letters: ReadonlyMap<number, readonly DeliveredLetter[]>;
  readonly votes: ReadonlyMap<number, Group<Vote>>;
  readonly askers: ReadonlyMap<number, readonly number[]>;
  readonly asked: ReadonlyMap<number, AskedFor>;
  readonly before: ReadonlyMap<number, ApprovalRow>;
  readonly after: ReadonlyMap<number, ApprovalRow>;
}

async function loadFiles(scope: Scope, approvals: readonly ApprovalRow[]): Promise<Files> {
  const { tx } = scope;
  const ids = approvals.map(({ id }) => id);
  const caseIds = [...new Set(approvals.map(({ caseId }) => caseId))];
  const { rows } = await overviews(scope, { caseIds });
  const before = await approvalsById(
    tx,
    approvals.flatMap(({ followsId }) => followsId ?? []),
  );
  return {
    people: await roster(scope),
    cases: new Map(rows.map((of) => [of.caseId, of])),
    numbers: await numbersById(
      tx,
      approvals.flatMap(({ invoices }) => invoices),
    ),
    calls: groupBy(await outcomesOfCases(tx, caseIds), ({ caseId }) => caseId),
    letters: groupBy(await deliveredLetters(tx, caseIds), ({ caseId }) => caseId),
    votes: groupBy(await votesOn(tx, ids), ({ approvalId }) => approvalId),
    askers: await askersOf(tx, ids),
    asked: await askedFor(scope, approvals),
    before: new Map(before.map((row) => [row.id, row])),
    after: await followersOf(tx, ids),
  };
}

function viewOf(scope: Scope, approval: ApprovalRow, files: Files): ApprovalView | undefined {
  const of = files.cases.get(approval.caseId);
  if (of === undefined) return undefined;
  const calls = files.calls.get(approval.caseId) ?? [];
  const letters = (files.letters.get(approval.caseId) ?? []).filter(({ invoices }) =>
    invoices.some((id) => approval.invoices.includes(id)),
  );
  const votes = files.votes.get(approval.id) ?? [];
  const voters = votes.map(({ memberId }) => memberId);
  return {
    approval,
    of,
    invoices: approval.invoices.flatMap((id) => files.numbers.get(id) ?? []),
    attempts: calls.length,
    reached: calls
      .filter((call) => call.reachedCustomer)
      .map((call) => ({ spokeWith: call.spokeWith ?? 'somebody', said: call.said ?? '', at: call.at })),
    delivered: letters.map(({ kind, toAddress, settledAt }) => ({ kind, to: toAddress, at: settledAt })),
    bench: approversOf(scope, files.people, {
      row: approval,
      ownerId: of.ownerId,
      askers: files.askers.get(approval.id) ?? [],
      votes: voters,
    }),
    votes,
    before: files.before.get(approval.followsId ?? 0),
    after: files.after.get(approval.id),
    asked: files.asked.get(approval.id),
  };
}
