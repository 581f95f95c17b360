import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { anyOf } from '../any-of.ts';

/**
 * Cash booked for the case of each promise since it was made, minor units: what was applied to its invoices and what
 * came in without being applied, but nothing that paid invoices which stand in a case of their own. Later bookings of earlier cash count: what matters is when we learnt of it. Cash that
 * was taken back counts as never come, and that of before the promise was none of it.
 */
export async function promiseCash(
  tx: Transaction,
  promiseIds: readonly number[],
): Promise<ReadonlyMap<number, bigint>> {
  const rows = await tx.execute<{ id: bigint; paid: bigint | null }>(sql`
    select p.id, (coalesce(sum(g.amount) filter (where g.debit = 'cash'), 0)
      - coalesce(sum(g.amount) filter (where g.credit = 'cash'), 0))::bigint as paid
    from promise p
    join "case" c on c.workspace_id = p.workspace_id and c.id = p.case_id
    join posting g on g.workspace_id = c.workspace_id and g.customer_id = c.customer_id and g.currency = c.currency
      and 'cash' in (g.debit, g.credit) and g.created_at >= p.made_at
      and not exists (select from invoice i where i.workspace_id = g.workspace_id and i.id = g.invoice_id and i.own_ladder <> c.own_ladder)
      and not exists (select from posting o where o.workspace_id = g.workspace_id and o.id = g.reverses_id and o.created_at < p.made_at)
    where p.workspace_id = current_workspace() and p.id = ${anyOf(promiseIds)}
    group by p.id`);
  return new Map(rows.map((row) => [Number(row.id), row.paid ?? 0n]));
}
