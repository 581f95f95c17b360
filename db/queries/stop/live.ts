import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { fullStop, type FullStopRow } from '../../schema/index.ts';

/** Why nobody presses a customer now. */
export async function liveStop(tx: Transaction, customerId: number): Promise<FullStopRow | undefined> {
  const [row] = await tx
    .select()
    .from(fullStop)
    .where(and(eq(fullStop.customerId, customerId), isNull(fullStop.endedAt)));
  return row;
}
