import { and, desc, eq, lt } from 'drizzle-orm';
import type { Transaction } from '../client.ts';
import { audit } from '../schema/index.ts';

export type HistoryRow = typeof audit.$inferSelect;

/** What was written down about a case, the latest first; `before` is the id at which an earlier page ended. */
export async function caseHistory(
  tx: Transaction,
  caseId: number,
  limit: number,
  before: number = Number.MAX_SAFE_INTEGER,
): Promise<readonly HistoryRow[]> {
  return tx
    .select()
    .from(audit)
    .where(and(eq(audit.caseId, caseId), lt(audit.id, before)))
    .orderBy(desc(audit.id))
    .limit(limit);
}
