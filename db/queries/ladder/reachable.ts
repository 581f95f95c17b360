import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { anyOf } from '../any-of.ts';

/* What may keep a step from being done, beside what decisions depend on. */

export interface ReachableRow extends Record<string, unknown> {
  readonly customer_id: bigint;
  readonly contacts: number;
  readonly has_phone: boolean;
  readonly needs_purchase_order: boolean;
}

export async function loadReachable(
  tx: Transaction,
  customerIds: readonly number[],
): Promise<readonly ReachableRow[]> {
  return tx.execute<ReachableRow>(sql`
    select cu.id as customer_id, count(q.id)::int as contacts, coalesce(bool_or(q.phone is not null), false) as has_phone,
      coalesce(cu.needs_purchase_order, false) as needs_purchase_order
    from customer cu
    left join contact q on q.workspace_id = cu.workspace_id and q.customer_id = cu.id
    where cu.workspace_id = current_workspace() and cu.id = ${anyOf(customerIds)}
    group by cu.id, cu.needs_purchase_order`);
}

/** The cases with something open; the biggest debts first, each currency for itself. */
export async function biggestOpenCases(
  tx: Transaction,
  limit: number,
  customerId?: number,
): Promise<{ readonly caseIds: readonly number[]; readonly total: number }> {
  const rows = await tx.execute<{ id: bigint; total: number }>(sql`
    select c.id, count(*) over ()::int as total
    from "case" c
    join invoice i on i.workspace_id = c.workspace_id and i.customer_id = c.customer_id and i.currency = c.currency
      and i.own_ladder = c.own_ladder
    join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
    where c.workspace_id = current_workspace()
      ${customerId === undefined ? sql`` : sql`and c.customer_id = ${customerId}`}
    group by c.id, c.currency
    order by row_number() over (partition by c.currency order by sum(b.open) desc), c.id
    limit ${limit}`);
  return { caseIds: rows.map(({ id }) => Number(id)), total: rows[0]?.total ?? 0 };
}
