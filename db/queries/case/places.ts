import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { cases, customer, type CustomerRow } from '../../schema/index.ts';

export type PlaceOfCustomer = Pick<CustomerRow, 'country' | 'region' | 'zone'>;

/** Where the customers of these cases are, by case. */
export async function placesOfCases(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<ReadonlyMap<number, PlaceOfCustomer>> {
  if (caseIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: cases.id, country: customer.country, region: customer.region, zone: customer.zone })
    .from(cases)
    .innerJoin(customer, and(eq(customer.workspaceId, cases.workspaceId), eq(customer.id, cases.customerId)))
    .where(inArray(cases.id, [...caseIds]));
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}
