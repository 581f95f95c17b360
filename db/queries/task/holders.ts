import { and, asc, eq, inArray, notInArray, or, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { cases, task, type TaskRow } from '../../schema/index.ts';

export interface HeldTask {
  readonly id: number;
  readonly caseId: number;
  readonly customerId: number;
  readonly kind: TaskRow['kind'];
  readonly level: TaskRow['level'];
  readonly holderId: number;
  /** Whom the holder stands in for. */
  readonly inPlaceOf: number | null;
  readonly dueAt: Date;
  readonly deadlineAt: Date;
}

const columns = {
  id: task.id,
  caseId: task.caseId,
  customerId: cases.customerId,
  kind: task.kind,
  level: task.level,
  holderId: task.holderId,
  inPlaceOf: task.inPlaceOf,
  dueAt: task.dueAt,
  deadlineAt: task.deadlineAt,
};

/** What the owner of these customers has to do; not what rose above them, what is finance's, or a dispute that somebody was named to look into. */
export async function ownerTasksOf(
  tx: Transaction,
  customerIds: readonly number[],
): Promise<readonly HeldTask[]> {
  return tx
    .select(columns)
    .from(task)
    .innerJoin(cases, and(eq(cases.workspaceId, task.workspaceId), eq(cases.id, task.caseId)))
    .where(
      and(
        inArray(cases.customerId, [...customerIds]),
        eq(task.status, 'open'),
        eq(task.level, 'owner'),
        notInArray(task.kind, ['allocation', 'dispute', 'credit note']),
      ),
    )
    .orderBy(asc(task.id));
}

/** Everything that is in a member's hands. */
export async function tasksHeldBy(tx: Transaction, memberId: number): Promise<readonly HeldTask[]> {
  return tx
    .select(columns)
    .from(task)
    .innerJoin(cases, and(eq(cases.workspaceId, task.workspaceId), eq(cases.id, task.caseId)))
    .where(and(eq(task.holderId, memberId), eq(task.status, 'open')))
    .orderBy(asc(task.id));
}

/** Everything that is in a member's hands, or in somebody's hands in their place. */
export async function tasksAround(tx: Transaction, memberId: number): Promise<readonly HeldTask[]> {
  return tx
    .select(columns)
    .from(task)
    .innerJoin(cases, and(eq(cases.workspaceId, task.workspaceId), eq(cases.id, task.caseId)))
    .where(and(or(eq(task.holderId, memberId), eq(task.inPlaceOf, memberId)), eq(task.status, 'open')))
    .orderBy(asc(task.id));
}

/**
 * Puts open tasks into other hands. The fence rises, so that what is queued for the old holder is not sent; no nudge
 * counts as spent, because the new holder had none.
 */
export async function changeHolders(
  tx: Transaction,
  changes: readonly { readonly taskId: number; readonly holderId: number; readonly inPlaceOf?: number }[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ taskId, holderId, inPlaceOf }) => ({
    id: taskId,
    holder: holderId,
    place: inPlaceOf ?? null,
  }));
  await tx.execute(sql`
    update task t set holder_id = r.holder, in_place_of = r.place, fence = t.fence + 1, nudges_spent = 0
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id bigint, holder bigint, place bigint)
    where t.workspace_id = current_workspace() and t.id = r.id and t.status = 'open'`);
}
