import { inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { cases } from '../../schema/index.ts';
import { anyOf } from '../any-of.ts';

/** Has these cases, whose locks are held, looked at from this moment on. */
export async function wakeCases(tx: Transaction, caseIds: readonly number[], at: Date): Promise<void> {
  await tx
    .update(cases)
    .set({ wakeAt: at })
    .where(inArray(cases.id, [...caseIds]));
}

/** The same for all cases of these customers; locks them, in the order in which everybody does. */
export async function wakeCasesOfCustomers(
  tx: Transaction,
  customerIds: readonly number[],
  at: Date,
): Promise<void> {
  await tx.execute(sql`
    with locked as (
      select id from "case" where workspace_id = current_workspace() and customer_id = ${anyOf(customerIds)}
      order by id for update)
    update "case" c set wake_at = ${at.toISOString()}::timestamptz from locked
    where c.workspace_id = current_workspace() and c.id = locked.id`);
}

/** Has every case, whose lock is held, looked at from this moment on. */
export async function wakeAllCases(tx: Transaction, at: Date): Promise<void> {
  await tx.execute(
    sql`update "case" set wake_at = ${at.toISOString()}::timestamptz where workspace_id = current_workspace()`,
  );
}

/** Writes for each case its own moment; without one only a change of facts wakes it. */
export async function writeWakeTimes(
  tx: Transaction,
  moments: readonly { readonly caseId: number; readonly at: Date | undefined }[],
): Promise<void> {
  const rows = moments.map(({ caseId, at }) => ({ id: caseId, wake_at: at?.toISOString() ?? null }));
  await tx.execute(sql`
    update "case" c set wake_at = r.wake_at
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id bigint, wake_at timestamptz)
    where c.workspace_id = current_workspace() and c.id = r.id`);
}
