import { desc, eq } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { outcome, type OutcomeRow } from '../../schema/index.ts';

/** What calls about a case produced, the latest first. */
export async function outcomesOfCase(tx: Transaction, caseId: number): Promise<readonly OutcomeRow[]> {
  return tx.select().from(outcome).where(eq(outcome.caseId, caseId)).orderBy(desc(outcome.id));
}
