import { and, asc, eq, gte, or } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { cases, customer, task } from '../../schema/index.ts';

/** Tasks that others did, or have, in somebody's place since a moment, in the order in which they came up. */
export async function tasksTakenFor(tx: Transaction, memberId: number, since: Date) {
  return tx
    .select({
      id: task.id,
      customer: customer.name,
      step: task.step,
      what: task.what,
      status: task.status,
      holderId: task.holderId,
    })
    .from(task)
    .innerJoin(cases, and(eq(cases.workspaceId, task.workspaceId), eq(cases.id, task.caseId)))
    .innerJoin(customer, and(eq(customer.workspaceId, cases.workspaceId), eq(customer.id, cases.customerId)))
    .where(
      and(
        eq(task.inPlaceOf, memberId),
        or(eq(task.status, 'open'), and(eq(task.status, 'done'), gte(task.closedAt, since))),
      ),
    )
    .orderBy(asc(task.id));
}
