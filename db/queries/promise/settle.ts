import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { promise, type PromiseRow } from '../../schema/index.ts';

/** Writes down what the ledger says of a promise. */
export async function settlePromise(
  tx: Transaction,
  id: number,
  verdict: Pick<PromiseRow, 'status' | 'paid' | 'endedOn'> & Partial<Pick<PromiseRow, 'calledAbout'>>,
): Promise<void> {
  await tx.update(promise).set(verdict).where(eq(promise.id, id));
}

/** The broken promises of these cases have had their call. */
export async function noteCalledAbout(tx: Transaction, caseIds: readonly number[]): Promise<void> {
  await tx
    .update(promise)
    .set({ calledAbout: true })
    .where(and(inArray(promise.caseId, [...caseIds]), inArray(promise.status, ['broken', 'partial'])));
}
