import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { customer, hold, type HoldRow, promise } from '../../schema/index.ts';

export interface HoldInForce {
  readonly hold: HoldRow;
  readonly customerName: string;
  /** The day of the promise against which it is lifted. */
  readonly promisedFor: string | null;
}

/** Holds of all customers that are on or lifted against a promise, the newest first. */
export async function holdsInForce(tx: Transaction): Promise<readonly HoldInForce[]> {
  return tx
    .select({ hold, customerName: customer.name, promisedFor: promise.dueOn })
    .from(hold)
    .innerJoin(customer, and(eq(customer.workspaceId, hold.workspaceId), eq(customer.id, hold.customerId)))
    .leftJoin(promise, and(eq(promise.workspaceId, hold.workspaceId), eq(promise.id, hold.promiseId)))
    .where(inArray(hold.status, ['on', 'suspended']))
    .orderBy(desc(hold.onSince), desc(hold.id));
}
