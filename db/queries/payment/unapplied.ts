import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import type { payment } from '../../schema/index.ts';
import { anyOf } from '../any-of.ts';

/** What of a payment pays nothing yet. */
export interface UnappliedPayment {
  readonly caseId: number;
  readonly paymentId: number;
  readonly source: (typeof payment.$inferSelect)['source'];
  readonly receivedOn: string;
  readonly reference: string | null;
  readonly isDeposit: boolean;
  /** Minor units of the case's currency. */
  readonly amount: bigint;
}

/** Unapplied cash of these cases, payment by payment, deposits last, the oldest first. */
export async function unappliedPayments(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly UnappliedPayment[]> {
  const rows = await tx.execute<{
    case_id: bigint;
    id: bigint;
    source: UnappliedPayment['source'];
    received_on: string;
    reference: string | null;
    is_deposit: boolean;
    amount: bigint;
  }>(sql`
    select c.id as case_id, p.id, p.source, p.received_on, p.reference, p.is_deposit,
      sum(case when g.credit = 'unapplied' then g.amount else -g.amount end)::bigint as amount
    from "case" c
    join payment p on p.workspace_id = c.workspace_id and p.customer_id = c.customer_id and p.currency = c.currency and c.own_ladder = ''
    join posting g on g.workspace_id = p.workspace_id and g.payment_id = p.id and 'unapplied' in (g.debit, g.credit)
    where c.workspace_id = current_workspace() and c.id = ${anyOf(caseIds)}
    group by c.id, p.id, p.source, p.received_on, p.reference, p.is_deposit
    having sum(case when g.credit = 'unapplied' then g.amount else -g.amount end) > 0
    order by p.is_deposit, p.received_on, p.id`);
  return rows.map((row) => ({
    caseId: Number(row.case_id),
    paymentId: Number(row.id),
    source: row.source,
    receivedOn: row.received_on,
    reference: row.reference,
    isDeposit: row.is_deposit,
    amount: row.amount,
  }));
}
