import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import {
  approval,
  type ApprovalRow,
  cases,
  hold,
  type HoldRow,
  promise,
  type PromiseRow,
} from '../../schema/index.ts';

export async function findHold(tx: Transaction, id: number): Promise<HoldRow | undefined> {
  const [row] = await tx.select().from(hold).where(eq(hold.id, id));
  return row;
}

export async function holdsById(tx: Transaction, ids: readonly number[]): Promise<readonly HoldRow[]> {
  return tx
    .select()
    .from(hold)
    .where(inArray(hold.id, [...ids]));
}

/** All holds of a customer, the latest first. */
export async function holdsOfCustomer(tx: Transaction, customerId: number): Promise<readonly HoldRow[]> {
  return tx.select().from(hold).where(eq(hold.customerId, customerId)).orderBy(desc(hold.id));
}

/** Holds of these cases' customers that are proposed, on, or lifted against a promise, with that promise. */
export async function liveHolds(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly { readonly hold: HoldRow; readonly promise: PromiseRow | null }[]> {
  return tx
    .selectDistinct({ hold, promise })
    .from(hold)
    .innerJoin(cases, and(eq(cases.workspaceId, hold.workspaceId), eq(cases.customerId, hold.customerId)))
    .leftJoin(promise, and(eq(promise.workspaceId, hold.workspaceId), eq(promise.id, hold.promiseId)))
    .where(and(inArray(cases.id, [...caseIds]), inArray(hold.status, ['proposed', 'on', 'suspended'])))
    .orderBy(asc(hold.id));
}

/** The last time that a hold of the customer was lifted against a promise, as a day of the workspace. */
export async function lastSuspension(tx: Transaction, customerId: number): Promise<string | undefined> {
  const [row] = await tx
    .select({ day: hold.suspendedOn })
    .from(hold)
    .where(and(eq(hold.customerId, customerId), isNotNull(hold.suspendedOn)))
    .orderBy(desc(hold.suspendedOn))
    .limit(1);
  return row?.day ?? undefined;
}

/** The question about a hold that was asked last, whatever became of it. */
export async function approvalOfHold(tx: Transaction, holdId: number): Promise<ApprovalRow | undefined> {
  const [row] = await tx
    .select()
    .from(approval)
    .where(and(eq(approval.kind, 'hold'), eq(approval.subjectId, holdId)))
    .orderBy(desc(approval.id))
    .limit(1);
  return row;
}
