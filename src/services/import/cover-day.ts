import { eq, sql } from 'drizzle-orm';
import { workspace } from '../../../db/schema/index.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import type { Scope } from '../scope.ts';

/** Locks every case of the workspace, in the one order everybody locks them in, before all their facts change. */
export async function lockAllCases({ tx }: Scope): Promise<void> {
  await tx.execute(
    sql`select id from "case" where workspace_id = current_workspace() order by id for update`,
  );
}

/** The last day that the ledger covers, as it is now; nothing before the first import. */
export async function coveredDay({ tx, workspace: { id } }: Scope): Promise<string | null> {
  const [row] = await tx.select({ day: workspace.ledgerCovers }).from(workspace).where(eq(workspace.id, id));
  return row?.day ?? null;
}

/**
 * Notes that the ledger knows everything up to a day, never less than before, and has every case judged by that:
 * letters and broken promises may have waited for it. The caller holds the cases.
 */
export async function coverDay(scope: Scope, day: BusinessDate): Promise<void> {
  await scope.tx
    .update(workspace)
    .set({ ledgerCovers: sql`greatest(${workspace.ledgerCovers}, ${day}::date)` })
    .where(eq(workspace.id, scope.workspace.id));
  await scope.tx.execute(sql`
    update "case" set wake_at = ${scope.now.toISOString()}::timestamptz where workspace_id = current_workspace()`);
  scope.wake('tick');
}
