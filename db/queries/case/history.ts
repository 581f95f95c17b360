import { and, desc, eq, lt } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { audit, type AuditRow } from '../../schema/index.ts';

/** What was written down about a case, the latest first; `before` is the id at which an earlier page ended. */
export async function caseHistory(
  tx: Transaction,
  caseId: number,
  limit: number,
  before: number = Number.MAX_SAFE_INTEGER,
): Promise<readonly AuditRow[]> {
  return tx
    .select()
    .from(audit)
    .where(and(eq(audit.caseId, caseId), lt(audit.id, before)))
    .orderBy(desc(audit.id))
    .limit(limit);
}
