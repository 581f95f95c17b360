import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { cases, customer, type CustomerRow, promise, type PromiseRow } from '../../schema/index.ts';

export async function findPromise(tx: Transaction, id: number): Promise<PromiseRow | undefined> {
  const [row] = await tx.select().from(promise).where(eq(promise.id, id));
  return row;
}

/** All promises of these cases, the latest first. */
export async function promisesOfCases(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly PromiseRow[]> {
  return tx
    .select()
    .from(promise)
    .where(inArray(promise.caseId, [...caseIds]))
    .orderBy(desc(promise.id));
}

export interface LivePromise {
  readonly promise: PromiseRow;
  readonly currency: string;
  /** The customer's; where it is empty, the workspace's. */
  readonly place: Pick<CustomerRow, 'country' | 'region' | 'zone'>;
}

/** Promises of these cases that no verdict has ended, in the order in which they were made. */
export async function livePromises(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly LivePromise[]> {
  return tx
    .select({
      promise,
      currency: cases.currency,
      place: { country: customer.country, region: customer.region, zone: customer.zone },
    })
    .from(promise)
    .innerJoin(cases, and(eq(cases.workspaceId, promise.workspaceId), eq(cases.id, promise.caseId)))
    .innerJoin(customer, and(eq(customer.workspaceId, cases.workspaceId), eq(customer.id, cases.customerId)))
    .where(and(inArray(promise.caseId, [...caseIds]), inArray(promise.status, ['open', 'unconfirmed'])))
    .orderBy(asc(promise.id));
}
