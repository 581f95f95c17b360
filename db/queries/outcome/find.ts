import { desc, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { outcome, type OutcomeRow } from '../../schema/index.ts';

/** What calls about these cases produced, the latest first. */
export async function outcomesOfCases(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly OutcomeRow[]> {
  return tx
    .select()
    .from(outcome)
    .where(inArray(outcome.caseId, [...caseIds]))
    .orderBy(desc(outcome.id));
}
