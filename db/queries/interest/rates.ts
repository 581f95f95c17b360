import { asc } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { referenceRate, type ReferenceRateRow } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';

/** The rates that were added here, by series and half-year. */
export async function addedRates(tx: Transaction): Promise<readonly ReferenceRateRow[]> {
  return tx.select().from(referenceRate).orderBy(asc(referenceRate.series), asc(referenceRate.validFrom));
}

/** Adds the rate of a half-year, or corrects it. */
export async function saveRate(tx: Transaction, rate: NewRow<typeof referenceRate>): Promise<void> {
  const { millionths, source, addedBy, addedAt } = rate;
  await tx
    .insert(referenceRate)
    .values({ ...rate, workspaceId: here })
    .onConflictDoUpdate({
      target: [referenceRate.workspaceId, referenceRate.series, referenceRate.validFrom],
      set: { millionths, source, addedBy, addedAt },
    });
}
