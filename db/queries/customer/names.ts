import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { cases, customer } from '../../schema/index.ts';

/** The customers' names, by case. */
export async function customersOfCases(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await tx
    .select({ id: cases.id, name: customer.name })
    .from(cases)
    .innerJoin(customer, and(eq(customer.workspaceId, cases.workspaceId), eq(customer.id, cases.customerId)))
    .where(inArray(cases.id, [...caseIds]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
