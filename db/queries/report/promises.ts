import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

export interface JudgedRow extends Record<string, unknown> {
  readonly currency: string;
  /** The first day of the month in which they fell due. */
  readonly month: string;
  readonly promises: number;
  readonly kept: number;
  readonly promised: bigint;
  readonly paid: bigint;
}

/** Promises that fell due since a day and were judged, by month. What came beyond a promise does not count for it. */
export async function judgedByMonth(tx: Transaction, since: string): Promise<readonly JudgedRow[]> {
  return tx.execute<JudgedRow>(sql`
    select c.currency, date_trunc('month', p.due_on)::date::text as month, count(*)::int as promises,
      (count(*) filter (where p.status = 'kept'))::int as kept, sum(p.amount)::bigint as promised,
      sum(least(p.paid, p.amount))::bigint as paid
    from promise p join "case" c on c.workspace_id = p.workspace_id and c.id = p.case_id
    where p.workspace_id = current_workspace() and p.status in ('kept', 'partial', 'broken') and p.due_on >= ${since}::date
    group by c.currency, month order by c.currency, month`);
}
