import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { anyOf } from '../any-of.ts';
import {
  cases,
  customer,
  type CustomerRow,
  instalment,
  type InstalmentRow,
  plan,
  planInvoice,
  type PlanRow,
} from '../../schema/index.ts';

export async function findPlan(tx: Transaction, id: number): Promise<PlanRow | undefined> {
  const [row] = await tx.select().from(plan).where(eq(plan.id, id));
  return row;
}

/** The plan of a case that is proposed or agreed. */
export async function livePlanOf(tx: Transaction, caseId: number): Promise<PlanRow | undefined> {
  const [row] = await tx
    .select()
    .from(plan)
    .where(and(eq(plan.caseId, caseId), inArray(plan.status, ['proposed', 'agreed'])));
  return row;
}

/** Instalments of these plans, in order. */
export async function instalmentsOf(
  tx: Transaction,
  planIds: readonly number[],
): Promise<readonly InstalmentRow[]> {
  return tx
    .select()
    .from(instalment)
    .where(inArray(instalment.planId, [...planIds]))
    .orderBy(asc(instalment.planId), asc(instalment.number));
}

export async function invoicesOfPlan(
  tx: Transaction,
  planId: number,
): Promise<readonly { readonly invoiceId: number; readonly amount: bigint }[]> {
  return tx
    .select({ invoiceId: planInvoice.invoiceId, amount: planInvoice.amount })
    .from(planInvoice)
    .where(eq(planInvoice.planId, planId))
    .orderBy(asc(planInvoice.invoiceId));
}

export interface LivePlan {
  readonly plan: PlanRow;
  readonly currency: string;
  readonly ownerId: number | null;
  /** The customer's; where it is empty, the workspace's. */
  readonly place: Pick<CustomerRow, 'country' | 'region' | 'zone'>;
}

/** Plans of these cases that wait for a decision or are being kept, in the order in which they were made. */
export async function livePlans(tx: Transaction, caseIds: readonly number[]): Promise<readonly LivePlan[]> {
  return tx
    .select({
      plan,
      currency: cases.currency,
      ownerId: customer.ownerId,
      place: { country: customer.country, region: customer.region, zone: customer.zone },
    })
    .from(plan)
    .innerJoin(cases, and(eq(cases.workspaceId, plan.workspaceId), eq(cases.id, plan.caseId)))
    .innerJoin(customer, and(eq(customer.workspaceId, cases.workspaceId), eq(customer.id, cases.customerId)))
    .where(and(inArray(plan.caseId, [...caseIds]), inArray(plan.status, ['proposed', 'agreed'])))
    .orderBy(asc(plan.id));
}

/** The case, currency and owner of every plan that waits for a decision, the oldest first. */
export async function proposedPlans(
  tx: Transaction,
): Promise<
  readonly { readonly plan: PlanRow; readonly currency: string; readonly ownerId: number | null }[]
> {
  return tx
    .select({ plan, currency: cases.currency, ownerId: customer.ownerId })
    .from(plan)
    .innerJoin(cases, and(eq(cases.workspaceId, plan.workspaceId), eq(cases.id, plan.caseId)))
    .innerJoin(customer, and(eq(customer.workspaceId, cases.workspaceId), eq(customer.id, cases.customerId)))
    .where(eq(plan.status, 'proposed'))
    .orderBy(asc(plan.id));
}

/**
 * What came in for each plan since it was agreed, minor units: what is no longer open of the invoices that it covers,
 * and cash of the customer that nobody has allocated yet.
 */
export async function planCash(
  tx: Transaction,
  planIds: readonly number[],
): Promise<ReadonlyMap<number, bigint>> {
  const rows = await tx.execute<{ id: bigint; paid: bigint }>(sql`
    select p.id, (p.total
      - (select coalesce(sum(least(l.amount, b.open)), 0) from plan_invoice l
          join invoice_balance b on b.workspace_id = l.workspace_id and b.invoice_id = l.invoice_id
          where l.workspace_id = p.workspace_id and l.plan_id = p.id)
      + greatest(0, (select coalesce(sum(case g.credit when 'unapplied' then g.amount else -g.amount end), 0) from posting g
          where g.workspace_id = c.workspace_id and g.customer_id = c.customer_id and g.currency = c.currency
            and 'unapplied' in (g.debit, g.credit) and g.created_at >= p.decided_at)))::bigint as paid
    from plan p
    join "case" c on c.workspace_id = p.workspace_id and c.id = p.case_id
    where p.workspace_id = current_workspace() and p.id = ${anyOf(planIds)}`);
  return new Map(rows.map((row) => [Number(row.id), row.paid]));
}

/** The broken plans of these cases have had their call. */
export async function notePlansCalledAbout(tx: Transaction, caseIds: readonly number[]): Promise<void> {
  await tx
    .update(plan)
    .set({ calledAbout: true })
    .where(and(inArray(plan.caseId, [...caseIds]), eq(plan.status, 'broken')));
}
