import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { cases, task } from '../../schema/index.ts';
import { anyOf } from '../any-of.ts';

/** Those of the customers for whom somebody looks for a mail address already. */
export async function customersLookedFor(
  tx: Transaction,
  customerIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const rows = await tx
    .selectDistinct({ customerId: cases.customerId })
    .from(task)
    .innerJoin(cases, and(eq(cases.workspaceId, task.workspaceId), eq(cases.id, task.caseId)))
    .where(
      and(
        inArray(cases.customerId, [...customerIds]),
        eq(task.kind, 'mail address'),
        eq(task.status, 'open'),
      ),
    );
  return new Set(rows.map((row) => row.customerId));
}

/** Takes the search for a mail address off the list where the customer has one. Returns the cases it was about. */
export async function finishMailAddressTasks(
  tx: Transaction,
  caseIds: readonly number[],
  at: Date,
): Promise<readonly number[]> {
  const rows = await tx.execute<{ case_id: bigint }>(sql`
    update task t set status = 'done', closed_at = ${at.toISOString()}::timestamptz, fence = t.fence + 1
    from "case" c
    where t.workspace_id = current_workspace() and t.case_id = ${anyOf(caseIds)} and t.status = 'open'
      and t.kind = 'mail address' and c.workspace_id = t.workspace_id and c.id = t.case_id
      and exists (select from contact p where p.workspace_id = c.workspace_id and p.customer_id = c.customer_id
        and p.email is not null and p.email_refused_at is null)
    returning t.case_id`);
  return rows.map((row) => Number(row.case_id));
}
