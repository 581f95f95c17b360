import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { promise, type PromiseRow } from '../../schema/index.ts';

/** Promises of these cases that cash has kept. */
export async function keptPromises(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly PromiseRow[]> {
  return tx
    .select()
    .from(promise)
    .where(and(inArray(promise.caseId, [...caseIds]), eq(promise.status, 'kept')));
}

/** Takes a verdict back, so that the next look judges the promise by what the ledger knows now. */
export async function reopenPromise(tx: Transaction, id: number): Promise<void> {
  await tx
    .update(promise)
    .set({ status: 'open', endedOn: null, paid: 0n, calledAbout: false })
    .where(eq(promise.id, id));
}

export async function cancelPromise(tx: Transaction, id: number, endedOn: string): Promise<void> {
  await tx.update(promise).set({ status: 'cancelled', endedOn }).where(eq(promise.id, id));
}
