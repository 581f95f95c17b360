import { inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { cases } from '../../schema/index.ts';

/** What the last decision said of a case. */
export interface Standing {
  readonly caseId: number;
  /** Index of the highest step that an open invoice of the customer received; -1 for none. */
  readonly position: number;
  /** Why nothing is done now. */
  readonly resting: string;
  readonly next: { readonly step: string; readonly at: Date } | undefined;
}

/** Keeps where cases stand, for cards and lists; no decision reads it. */
export async function noteStandings(tx: Transaction, standings: readonly Standing[]): Promise<void> {
  const rows = standings.map(({ caseId, position, resting, next }) => ({
    id: caseId,
    position,
    resting,
    next_step: next?.step ?? null,
    next_at: next?.at.toISOString() ?? null,
  }));
  await tx.execute(sql`
    update "case" c set position = r.position, resting = r.resting, next_step = r.next_step, next_at = r.next_at
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id bigint, position int, resting text, next_step text, next_at timestamptz)
    where c.workspace_id = current_workspace() and c.id = r.id`);
}

/** Raises cases to a step by hand, or takes that back. */
export async function raiseCases(
  tx: Transaction,
  caseIds: readonly number[],
  to: string | null,
): Promise<void> {
  await tx
    .update(cases)
    .set({ raisedTo: to })
    .where(inArray(cases.id, [...caseIds]));
}
