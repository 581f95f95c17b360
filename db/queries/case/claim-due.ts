import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

/**
 * Locks the cases that are due, at most `limit`, the largest debts of each currency first: when a day can take only so many calls, the
 * big ones must not be in the batch that comes too late. Cases another worker holds are its business; as nothing is
 * waited for, the order of locking cannot deadlock. Returns their ids in ascending order.
 */
export async function claimDueCases(tx: Transaction, now: Date, limit: number): Promise<readonly number[]> {
  const rows = await tx.execute<{ id: bigint }>(sql`
    with due as (
      select c.id, c.customer_id, c.currency, c.own_ladder from "case" c
      where c.workspace_id = current_workspace() and c.wake_at <= ${now.toISOString()}::timestamptz),
    sized as (
      select d.id, row_number() over (partition by d.currency order by coalesce(sum(b.open), 0) desc, d.id) as turn from due d
      left join invoice i on i.workspace_id = current_workspace() and i.customer_id = d.customer_id and i.currency = d.currency and i.own_ladder = d.own_ladder
      left join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id
      group by d.id, d.currency order by turn, d.id limit ${limit})
    select c.id from "case" c join sized using (id)
    where c.workspace_id = current_workspace() for update of c skip locked`);
  return rows.map((row) => Number(row.id)).sort((a, b) => a - b);
}

/** Whether any case is due, free or in another worker's hands. */
export async function isAnyCaseDue(tx: Transaction, now: Date): Promise<boolean> {
  const [row] = await tx.execute<{ due: boolean }>(sql`
    select exists (
      select from "case" where workspace_id = current_workspace() and wake_at <= ${now.toISOString()}::timestamptz) as due`);
  return row?.due ?? false;
}
