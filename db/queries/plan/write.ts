import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { instalment, type InstalmentRow, plan, planInvoice, type PlanRow } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';
import { only } from '../only.ts';

export interface NewPlan {
  readonly plan: NewRow<typeof plan>;
  readonly invoices: readonly { readonly invoiceId: number; readonly amount: bigint }[];
  readonly instalments: readonly Pick<InstalmentRow, 'amount' | 'dueOn'>[];
}

/** Returns the id. A case has one live plan at most: the unique index refuses a second. */
export async function insertPlan(tx: Transaction, of: NewPlan): Promise<number> {
  const rows = await tx
    .insert(plan)
    .values({ ...of.plan, workspaceId: here })
    .returning({ id: plan.id });
  const planId = only(rows).id;
  await tx.insert(planInvoice).values(of.invoices.map((one) => ({ ...one, workspaceId: here, planId })));
  await tx
    .insert(instalment)
    .values(of.instalments.map((one, n) => ({ ...one, workspaceId: here, planId, number: n + 1 })));
  return planId;
}

type Change = Partial<
  Pick<
    PlanRow,
    'decidedBy' | 'decidedAt' | 'reason' | 'agreedOn' | 'endedOn' | 'calledAbout' | 'remindersSpent'
  >
> & { readonly status?: PlanRow['status'] };

/**
 * The compare-and-set that lets a plan go from one state to another once.
 * @returns whether it was in that state.
 */
export async function movePlan(
  tx: Transaction,
  id: number,
  from: PlanRow['status'],
  change: Change,
): Promise<boolean> {
  const moved = await tx
    .update(plan)
    .set(change)
    .where(and(eq(plan.id, id), eq(plan.status, from)))
    .returning({ id: plan.id });
  return moved.length > 0;
}

/** Writes down where an instalment stands. */
export async function changeInstalment(
  tx: Transaction,
  { planId, number }: Pick<InstalmentRow, 'planId' | 'number'>,
  change: Partial<Pick<InstalmentRow, 'status' | 'reminded' | 'noticedOn'>>,
): Promise<void> {
  await tx
    .update(instalment)
    .set(change)
    .where(and(eq(instalment.planId, planId), eq(instalment.number, number)));
}
