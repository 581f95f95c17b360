import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

export interface SalesRow extends Record<string, unknown> {
  readonly currency: string;
  readonly day: string;
  readonly amount: bigint;
}

/** What was invoiced, less what was taken back of it, by day: after `after`, up to and with `to`. */
export async function salesByDay(
  tx: Transaction,
  { after, to }: { readonly after: string; readonly to: string },
): Promise<readonly SalesRow[]> {
  return tx.execute<SalesRow>(sql`
    select currency, booked_on::text as day, sum(case when credit = 'sales' then amount else -amount end)::bigint as amount
    from posting where workspace_id = current_workspace() and 'sales' in (debit, credit)
      and booked_on > ${after}::date and booked_on <= ${to}::date
    group by currency, booked_on`);
}
