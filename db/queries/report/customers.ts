import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { invoicesOf, type LedgerPart } from './part.ts';

export interface CustomerSumRow extends Record<string, unknown> {
  readonly name: string;
  readonly currency: string;
  readonly open: bigint;
  readonly overdue: bigint;
  /** What was overdue on the day before. */
  readonly before: bigint;
  /** Places within the currency, 1 the first: by what is overdue, by what became more, by what became less. */
  readonly by_overdue: number;
  readonly by_more: number;
  readonly by_less: number;
}

/** Customers that owe most or whose overdue sum moved most since a day; of each list the first few. */
export async function leadingCustomers(
  tx: Transaction,
  { today, since, first }: { readonly today: string; readonly since: string; readonly first: number },
  part: LedgerPart,
): Promise<readonly CustomerSumRow[]> {
  return tx.execute<CustomerSumRow>(sql`
    with now as (
      select i.customer_id, i.currency, sum(b.open) as open,
        coalesce(sum(b.open) filter (where i.effective_due_on < ${today}::date), 0) as overdue
      from invoice i join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
      where i.workspace_id = current_workspace() ${invoicesOf(part)} group by i.customer_id, i.currency),
    before as (
      select i.customer_id, i.currency, sum(case when p.debit = 'receivable' then p.amount else -p.amount end) as overdue
      from posting p join invoice i on i.workspace_id = p.workspace_id and i.id = p.invoice_id
      where p.workspace_id = current_workspace() and 'receivable' in (p.debit, p.credit)
        and p.booked_on <= ${since}::date and i.effective_due_on < ${since}::date ${invoicesOf(part)}
      group by i.customer_id, i.currency),
    both_days as (
      select customer_id, currency, coalesce(n.open, 0)::bigint as open, coalesce(n.overdue, 0)::bigint as overdue,
        coalesce(b.overdue, 0)::bigint as before
      from now n full join before b using (customer_id, currency)),
    placed as (
      select *, (row_number() over (partition by currency order by overdue desc, open desc, customer_id))::int as by_overdue,
        (row_number() over (partition by currency order by overdue - before desc, customer_id))::int as by_more,
        (row_number() over (partition by currency order by overdue - before, customer_id))::int as by_less
      from both_days)
    select c.name, p.currency, p.open, p.overdue, p.before, p.by_overdue, p.by_more, p.by_less
    from placed p join customer c on c.workspace_id = current_workspace() and c.id = p.customer_id
    where least(p.by_overdue, p.by_more, p.by_less) <= ${first}
    order by p.currency, p.by_overdue`);
}
