import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { promise, promiseInvoice, type PromiseRow } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';
import { only } from '../only.ts';

export type PromisedInvoice = Omit<NewRow<typeof promiseInvoice>, 'promiseId'>;

/** Returns the id of the promise. */
export async function insertPromise(
  tx: Transaction,
  made: NewRow<typeof promise>,
  spread: readonly PromisedInvoice[],
): Promise<number> {
  const rows = await tx
    .insert(promise)
    .values({ ...made, workspaceId: here })
    .returning({ id: promise.id });
  const promiseId = only(rows).id;
  if (spread.length > 0)
    await tx.insert(promiseInvoice).values(spread.map((part) => ({ ...part, workspaceId: here, promiseId })));
  return promiseId;
}

/** Takes back what is promised for a case, because a new promise or a plan takes its place; returns what it was. */
export async function cancelLivePromises(
  tx: Transaction,
  caseId: number,
  endedOn: string,
): Promise<readonly Pick<PromiseRow, 'amount' | 'dueOn'>[]> {
  return tx
    .update(promise)
    .set({ status: 'cancelled', endedOn })
    .where(and(eq(promise.caseId, caseId), inArray(promise.status, ['open', 'unconfirmed'])))
    .returning({ amount: promise.amount, dueOn: promise.dueOn });
}
