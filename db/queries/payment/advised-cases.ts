import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

export interface AdvisedCase {
  readonly caseId: number;
  readonly customerId: number;
  readonly currency: string;
}

/** Cases for which a payment advised still rests anything on a day, in the order in which they are locked. */
export async function casesWithAdvices(tx: Transaction, today: string): Promise<readonly AdvisedCase[]> {
  const rows = await tx.execute<{ id: bigint; customer_id: bigint; currency: string }>(sql`
    select distinct c.id, c.customer_id, c.currency
    from payment_advice a join "case" c on c.workspace_id = a.workspace_id and c.id = a.case_id
    where a.workspace_id = current_workspace() and a.rests_until > ${today}::date
    order by c.id`);
  return rows.map((row) => ({
    caseId: Number(row.id),
    customerId: Number(row.customer_id),
    currency: row.currency,
  }));
}
