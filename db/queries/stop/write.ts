import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { customer, fullStop, type FullStopRow } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';

/** Stops a customer; `words` is what cards and lists say of it. The unique index refuses a second live stop. */
export async function beginStop(tx: Transaction, row: NewRow<typeof fullStop>, words: string): Promise<void> {
  await tx.insert(fullStop).values({ ...row, workspaceId: here });
  await tx.update(customer).set({ stopped: words }).where(eq(customer.id, row.customerId));
}

export async function confirmStop(
  tx: Transaction,
  id: number,
  confirmation: Pick<FullStopRow, 'confirmedBy' | 'confirmedAt'>,
): Promise<boolean> {
  const confirmed = await tx
    .update(fullStop)
    .set(confirmation)
    .where(and(eq(fullStop.id, id), isNull(fullStop.endedAt), isNull(fullStop.confirmedAt)))
    .returning({ id: fullStop.id });
  return confirmed.length > 0;
}

export async function endStop(
  tx: Transaction,
  { id, customerId }: Pick<FullStopRow, 'id' | 'customerId'>,
  end: Pick<FullStopRow, 'endedAt' | 'endedBy' | 'endedBecause'>,
): Promise<void> {
  await tx.update(fullStop).set(end).where(eq(fullStop.id, id));
  await tx.update(customer).set({ stopped: null }).where(eq(customer.id, customerId));
}
