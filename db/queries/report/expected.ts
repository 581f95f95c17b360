import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

export interface ExpectedRow extends Record<string, unknown> {
  readonly currency: string;
  readonly day: string;
  readonly by: 'promise' | 'due date';
  readonly amount: bigint;
}

/**
 * What is to come in from a day to another: open promises for what is missing of them, instalments of agreed plans, and
 * invoices on their due dates for what neither of the two speaks of.
 */
export async function expectedByDay(
  tx: Transaction,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly ExpectedRow[]> {
  return tx.execute<ExpectedRow>(sql`
    with said as (
      select c.currency, p.due_on as day, 'promise' as by, p.amount - p.paid as amount
      from promise p join "case" c on c.workspace_id = p.workspace_id and c.id = p.case_id
      where p.workspace_id = current_workspace() and p.status = 'open'
      union all
      select c.currency, n.due_on, 'promise', n.amount
      from instalment n
      join plan l on l.workspace_id = n.workspace_id and l.id = n.plan_id and l.status = 'agreed'
      join "case" c on c.workspace_id = l.workspace_id and c.id = l.case_id
      where n.workspace_id = current_workspace() and n.status = 'open'
      union all
      select i.currency, i.effective_due_on, 'due date', b.open - coalesce(r.promised, 0)
      from invoice i
      join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
      left join lateral (
        select sum(s.amount) as promised from promise_invoice s
        join promise p on p.workspace_id = s.workspace_id and p.id = s.promise_id and p.status in ('open', 'unconfirmed')
        where s.workspace_id = i.workspace_id and s.invoice_id = i.id) r on true
      where i.workspace_id = current_workspace() and not i.excluded and i.effective_due_on >= ${from}::date
        and not exists (select from plan_invoice v
          join plan l on l.workspace_id = v.workspace_id and l.id = v.plan_id and l.status = 'agreed'
          where v.workspace_id = i.workspace_id and v.invoice_id = i.id))
    select currency, day::text, by, sum(amount)::bigint as amount from said
    where day between ${from}::date and ${to}::date and amount > 0
    group by currency, day, by order by currency, day, by`);
}
