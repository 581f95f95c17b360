import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { anyOf } from '../any-of.ts';

interface MissedRule extends Record<string, unknown> {
  readonly task_id: bigint;
  readonly missed: 'lead' | 'manager' | 'nobody' | null;
}

/** Who gets each of these tasks once it is missed, as the step says from which it came; nothing where no step says it. */
export async function missedRules(
  tx: Transaction,
  taskIds: readonly number[],
): Promise<ReadonlyMap<number, NonNullable<MissedRule['missed']>>> {
  if (taskIds.length === 0) return new Map();
  const rows = await tx.execute<MissedRule>(sql`
    select t.id as task_id, rung.value->>'missed' as missed
    from task t
    join "case" c on c.workspace_id = t.workspace_id and c.id = t.case_id
    join ladder l on l.workspace_id = c.workspace_id and l.id = c.ladder_id
    cross join lateral jsonb_array_elements(l.definition->'steps') rung
    where t.workspace_id = current_workspace() and t.id = ${anyOf(taskIds)} and rung.value->>'key' = t.step`);
  return new Map(rows.flatMap(({ task_id, missed }) => (missed === null ? [] : [[Number(task_id), missed]])));
}
