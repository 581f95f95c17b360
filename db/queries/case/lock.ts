import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { anyOf } from '../any-of.ts';

/**
 * Locks cases in the one order everybody locks them in (ascending id), before anything that changes their facts.
 * Returns the ids that exist.
 */
export async function lockCases(tx: Transaction, caseIds: readonly number[]): Promise<readonly number[]> {
  if (caseIds.length === 0) return [];
  const rows = await tx.execute<{ id: bigint }>(sql`
    select id from "case" where workspace_id = current_workspace() and id = ${anyOf(caseIds)}
    order by id for update`);
  return rows.map((row) => Number(row.id));
}
