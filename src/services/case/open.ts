import { sql } from 'drizzle-orm';
import type { Scope } from '../scope.ts';
import { defaultLadderId } from './ladders.ts';

/**
 * Opens a case for every customer and currency with something open, and has the running ones of these customers
 * looked at afresh. Called after any change of the ledger that is not about one known case.
 */
export async function openCases(scope: Scope, customerIds: readonly number[]): Promise<void> {
  if (customerIds.length === 0) return;
  const ladderId = await defaultLadderId(scope);
  const customers = `{${customerIds.join(',')}}`;
  const now = scope.now.toISOString();
  await scope.tx.execute(sql`
    insert into "case" (workspace_id, customer_id, currency, ladder_id, wake_at, created_at)
    select distinct current_workspace(), i.customer_id, i.currency, ${ladderId}::bigint, ${now}::timestamptz, ${now}::timestamptz
    from invoice i
    join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
    where i.workspace_id = current_workspace() and i.customer_id = any(${customers}::bigint[])
    on conflict (workspace_id, customer_id, currency) do nothing`);
  await scope.tx.execute(sql`
    with locked as (
      select id from "case" where workspace_id = current_workspace() and customer_id = any(${customers}::bigint[])
      order by id for update)
    update "case" c set wake_at = ${now}::timestamptz from locked
    where c.workspace_id = current_workspace() and c.id = locked.id`);
  scope.wake('tick');
}
