import { and, asc, desc, eq, inArray, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../client.ts';
import { approval, type ApprovalRow, cases, customer } from '../../schema/index.ts';
import { anyOf } from '../any-of.ts';

export async function findApproval(tx: Transaction, id: number): Promise<ApprovalRow | undefined> {
  const [row] = await tx.select().from(approval).where(eq(approval.id, id));
  return row;
}

export async function approvalsById(
  tx: Transaction,
  ids: readonly number[],
): Promise<readonly ApprovalRow[]> {
  return tx
    .select()
    .from(approval)
    .where(inArray(approval.id, [...ids]))
    .orderBy(asc(approval.id));
}

/** Approvals of these cases that nobody has decided yet. */
export async function pendingApprovals(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly ApprovalRow[]> {
  return tx
    .select()
    .from(approval)
    .where(and(inArray(approval.caseId, [...caseIds]), eq(approval.status, 'pending')))
    .orderBy(asc(approval.id));
}

/** Who owns the customers of these cases. */
export async function ownersOfCases(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<ReadonlyMap<number, number | undefined>> {
  const rows = await tx
    .select({ caseId: cases.id, ownerId: customer.ownerId })
    .from(cases)
    .innerJoin(customer, and(eq(customer.workspaceId, cases.workspaceId), eq(customer.id, cases.customerId)))
    .where(inArray(cases.id, [...caseIds]));
  return new Map(rows.map(({ caseId, ownerId }) => [caseId, ownerId ?? undefined]));
}

/** The latest answer to the same question about a case: what a new one may follow. */
export async function lastAnswer(
  tx: Transaction,
  { caseId, kind, step }: Pick<ApprovalRow, 'caseId' | 'kind' | 'step'>,
): Promise<ApprovalRow | undefined> {
  const [row] = await tx
    .select()
    .from(approval)
    .where(and(eq(approval.caseId, caseId), eq(approval.kind, kind), eq(approval.step, step)))
    .orderBy(desc(approval.id))
    .limit(1);
  return row;
}

/**
 * What was asked about giving money up in these cases and waits or was agreed to: of each case the last so many, those
 * asked first coming first.
 */
export async function approvalsToGiveUp(
  tx: Transaction,
  caseIds: readonly number[],
  perCase: number,
): Promise<readonly number[]> {
  const rows = await tx.execute<{ readonly id: bigint }>(sql`
    select id from (
      select id, row_number() over (partition by case_id order by id desc) as nth
      from approval
      where workspace_id = current_workspace() and case_id = ${anyOf(caseIds)}
        and kind in ('write-off', 'fee waiver') and status in ('pending', 'approved')) a
    where nth <= ${perCase}
    order by id`);
  return rows.map(({ id }) => Number(id));
}

/** The latest approval of something that was proposed. */
export async function approvalOfSubject(
  tx: Transaction,
  kind: ApprovalRow['kind'],
  subjectId: number,
): Promise<ApprovalRow | undefined> {
  const [row] = await tx
    .select()
    .from(approval)
    .where(and(eq(approval.kind, kind), eq(approval.subjectId, subjectId)))
    .orderBy(desc(approval.id))
    .limit(1);
  return row;
}

/** Those that ask these again, by the one that they follow. */
export async function followersOf(
  tx: Transaction,
  ids: readonly number[],
): Promise<ReadonlyMap<number, ApprovalRow>> {
  const rows = await tx
    .select()
    .from(approval)
    .where(inArray(approval.followsId, [...ids]))
    .orderBy(asc(approval.id));
  return new Map(
    rows.flatMap((row): [number, ApprovalRow][] => (row.followsId === null ? [] : [[row.followsId, row]])),
  );
}

/** Refusals about these cases that name a day to look again and that nobody asked again since. */
export async function refusalsToReview(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly ApprovalRow[]> {
  const later = alias(approval, 'later');
  return tx
    .select()
    .from(approval)
    .where(
      and(
        inArray(approval.caseId, [...caseIds]),
        eq(approval.status, 'refused'),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(later)
            .where(
              and(
                eq(later.workspaceId, approval.workspaceId),
                eq(later.caseId, approval.caseId),
                eq(later.kind, approval.kind),
                eq(later.step, approval.step),
                sql`${later.id} > ${approval.id}`,
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(approval.id));
}

/**
 * Everybody who ever asked these questions, by question: whoever asked them now, and whoever asked what they follow or
 * had it asked again.
 */
export async function askersOf(
  tx: Transaction,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  const rows = await tx.execute<{ readonly question: bigint; readonly member_id: bigint }>(sql`
    with recursive chain as (
      select id as question, follows_id, asked_by, again_by from approval
      where workspace_id = current_workspace() and id = ${anyOf(ids)}
      union all
      select chain.question, a.follows_id, a.asked_by, a.again_by from chain
      join approval a on a.workspace_id = current_workspace() and a.id = chain.follows_id)
    select distinct question, who.member_id
    from chain cross join lateral (values (asked_by), (again_by)) who (member_id)
    where who.member_id is not null`);
  const askers = new Map<number, number[]>();
  for (const { question, member_id: memberId } of rows)
    askers.set(Number(question), [...(askers.get(Number(question)) ?? []), Number(memberId)]);
  return askers;
}
