import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { anyOf } from '../any-of.ts';

/** Locks cases in the one order everybody locks them in (ascending id), before anything that changes their facts. */
export async function lockCases(tx: Transaction, caseIds: readonly number[]): Promise<void> {
  if (caseIds.length === 0) return;
  await tx.execute(sql`
    select id from "case" where workspace_id = current_workspace() and id = ${anyOf(caseIds)}
    order by id for update`);
}

/** The same for every case. */
export async function lockAllCases(tx: Transaction): Promise<void> {
  await tx.execute(
    sql`select id from "case" where workspace_id = current_workspace() order by id for update`,
  );
}

/** The same for those that are due, waiting for whoever holds one. */
export async function lockDueCases(tx: Transaction, now: Date): Promise<void> {
  await tx.execute(sql`
    select id from "case" where workspace_id = current_workspace() and wake_at <= ${now.toISOString()}::timestamptz
    order by id for update`);
}
