import { sql } from 'drizzle-orm';
import type { Decision } from '../../core/dunning/decision.ts';
import type { Scope } from '../scope.ts';
import type { Judged } from './press.ts';

/** Keeps on the case what the last decision said, for cards and lists. */
export async function noteResting(
  scope: Scope,
  resting: readonly Judged<Extract<Decision, { kind: 'rest' }>>[],
): Promise<void> {
  if (resting.length === 0) return;
  const rows = resting.map(({ file, decision }) => ({
    id: file.facts.caseId,
    position: file.facts.customerPosition,
    resting: decision.because,
    next_step: decision.next?.step ?? null,
    next_at: decision.next?.at.toISOString() ?? null,
  }));
  await scope.tx.execute(sql`
    update "case" c set position = r.position, resting = r.resting, next_step = r.next_step, next_at = r.next_at
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id bigint, position int, resting text, next_step text, next_at timestamptz)
    where c.workspace_id = current_workspace() and c.id = r.id`);
}
