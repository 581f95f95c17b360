import { and, asc, eq, inArray, isNotNull, or } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { approval, cases, customer, task } from '../../schema/index.ts';

export interface CaseOfCustomer {
  readonly id: number;
  readonly customerId: number;
}

/** The cases of these customers, ascending. */
export async function casesOfCustomers(
  tx: Transaction,
  customerIds: readonly number[],
): Promise<readonly CaseOfCustomer[]> {
  if (customerIds.length === 0) return [];
  return tx
    .select({ id: cases.id, customerId: cases.customerId })
    .from(cases)
    .where(inArray(cases.customerId, [...customerIds]))
    .orderBy(asc(cases.id));
}

export async function caseIdsOfCustomers(
  tx: Transaction,
  customerIds: readonly number[],
): Promise<readonly number[]> {
  return (await casesOfCustomers(tx, customerIds)).map(({ id }) => id);
}

/** The cases of the customer whom a case is about, that one included; ascending. */
export async function caseIdsBeside(tx: Transaction, caseId: number): Promise<readonly number[]> {
  const rows = await tx.select({ customerId: cases.customerId }).from(cases).where(eq(cases.id, caseId));
  return caseIdsOfCustomers(
    tx,
    rows.map((row) => row.customerId),
  );
}

/** The cases of a case's customer and currency, that one included; several where invoices have ladders of their own. */
export async function caseIdsOfAccount(tx: Transaction, caseId: number): Promise<readonly number[]> {
  const [of] = await tx.select().from(cases).where(eq(cases.id, caseId));
  if (of === undefined) return [];
  const rows = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.customerId, of.customerId), eq(cases.currency, of.currency)))
    .orderBy(asc(cases.id));
  return rows.map(({ id }) => id);
}

/**
 * The cases that a member's hours, place or absence can matter to: those they own and those with a task in their
 * hands, or in somebody's in their place; and all about which something waits for approval, as any of the team may be asked.
 */
export async function caseIdsOfMember(tx: Transaction, memberId: number): Promise<readonly number[]> {
  return caseIdsOfMembers(tx, [memberId]);
}

/** The same for several members; ascending. */
export async function caseIdsOfMembers(
  tx: Transaction,
  memberIds: readonly number[],
): Promise<readonly number[]> {
  const ids = [...memberIds];
  const rows = await tx
    .selectDistinct({ id: cases.id })
    .from(cases)
    .innerJoin(customer, and(eq(customer.workspaceId, cases.workspaceId), eq(customer.id, cases.customerId)))
    .leftJoin(
      task,
      and(eq(task.workspaceId, cases.workspaceId), eq(task.caseId, cases.id), eq(task.status, 'open')),
    )
    .leftJoin(
      approval,
      and(
        eq(approval.workspaceId, cases.workspaceId),
        eq(approval.caseId, cases.id),
        eq(approval.status, 'pending'),
      ),
    )
    .where(
      or(
        inArray(customer.ownerId, ids),
        inArray(task.holderId, ids),
        inArray(task.inPlaceOf, ids),
        isNotNull(approval.id),
      ),
    )
    .orderBy(asc(cases.id));
  return rows.map((row) => row.id);
}

/** Every case of the workspace, ascending. */
export async function allCaseIds(tx: Transaction): Promise<readonly number[]> {
  const rows = await tx.select({ id: cases.id }).from(cases).orderBy(asc(cases.id));
  return rows.map((row) => row.id);
}
