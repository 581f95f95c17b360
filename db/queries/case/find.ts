import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { cases, type CaseRow, customer, type CustomerRow } from '../../schema/index.ts';

export async function findCase(tx: Transaction, id: number): Promise<CaseRow | undefined> {
  const [row] = await tx.select().from(cases).where(eq(cases.id, id));
  return row;
}

/** The customer whom a case is about. */
export async function customerOfCase(tx: Transaction, caseId: number): Promise<CustomerRow | undefined> {
  const [row] = await tx
    .select({ customer })
    .from(cases)
    .innerJoin(customer, and(eq(customer.workspaceId, cases.workspaceId), eq(customer.id, cases.customerId)))
    .where(eq(cases.id, caseId));
  return row?.customer;
}

export async function casesById(tx: Transaction, ids: readonly number[]): Promise<readonly CaseRow[]> {
  return tx
    .select()
    .from(cases)
    .where(inArray(cases.id, [...ids]));
}
