import { and, asc, eq } from 'drizzle-orm';
import { miss, task } from '../../../db/schema/index.ts';
import { type CaseOverview, overviews } from '../case/overview.ts';
import type { Scope } from '../scope.ts';
import type { TakenOver } from './taken-over.ts';

export interface TakenOverView extends TakenOver {
  /** In the order in which their deadlines passed; one entry a case. */
  readonly cases: readonly CaseOverview[];
}

/** The cases whose tasks one person missed and another has now, on one day. */
export async function takenOverView(scope: Scope, of: TakenOver): Promise<TakenOverView> {
  const rows = await scope.tx
    .select({ caseId: task.caseId })
    .from(miss)
    .innerJoin(task, and(eq(task.workspaceId, miss.workspaceId), eq(task.id, miss.taskId)))
    .where(and(eq(miss.memberId, of.missedBy), eq(miss.nextHolderId, of.heldBy), eq(miss.onDay, of.day)))
    .orderBy(asc(miss.id));
  const caseIds = [...new Set(rows.map((row) => row.caseId))];
  return { ...of, cases: (await overviews(scope, { caseIds })).rows };
}
