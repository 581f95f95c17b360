import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { anyOf } from '../any-of.ts';

export interface PortfolioRow extends Record<string, unknown> {
  readonly customer_id: bigint;
  readonly number: string;
  readonly name: string;
  readonly owner_id: bigint | null;
  /** Empty for a customer with nothing open. */
  readonly currency: string | null;
  /** Minor units. */
  readonly overdue: bigint;
}

/** Customers and what each owes overdue, a row a currency; all of them unless some are named. */
export async function portfolio(
  tx: Transaction,
  today: string,
  customerIds?: readonly number[],
): Promise<readonly PortfolioRow[]> {
  return tx.execute<PortfolioRow>(sql`
    select c.id as customer_id, c.number, c.name, c.owner_id, o.currency, coalesce(o.overdue, 0)::bigint as overdue
    from customer c
    left join (
      select i.customer_id, i.currency, coalesce(sum(b.open) filter (where i.effective_due_on < ${today}::date), 0) as overdue
      from invoice i join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
      where i.workspace_id = current_workspace()
      group by i.customer_id, i.currency) o on o.customer_id = c.id
    where c.workspace_id = current_workspace()
      ${customerIds === undefined ? sql`` : sql`and c.id = ${anyOf(customerIds)}`}
    order by c.id, o.currency`);
}
