import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { cases, payment } from '../../schema/index.ts';
import { anyOf } from '../any-of.ts';

export type PaymentRow = typeof payment.$inferSelect;

/** A payment and the case of its customer and currency, if there ever was one. */
export async function findPayment(
  tx: Transaction,
  id: number,
): Promise<{ readonly row: PaymentRow; readonly caseId: number | null } | undefined> {
  const [found] = await tx
    .select({ row: payment, caseId: cases.id })
    .from(payment)
    .leftJoin(
      cases,
      and(
        eq(cases.workspaceId, payment.workspaceId),
        eq(cases.customerId, payment.customerId),
        eq(cases.currency, payment.currency),
        eq(cases.ownLadder, ''),
      ),
    )
    .where(eq(payment.id, id));
  return found;
}

/** A payment as a list shows it: what stands of it now. */
export interface PaymentOfCase {
  readonly caseId: number;
  readonly paymentId: number;
  readonly source: PaymentRow['source'];
  readonly receivedOn: string;
  readonly reference: string | null;
  readonly isDeposit: boolean;
  /** Minor units of the case's currency; all that came, what of it pays invoices and what pays nothing yet. */
  readonly amount: bigint;
  readonly applied: bigint;
  readonly unapplied: bigint;
  /** Nothing of it stands any more: taken back or paid back. */
  readonly gone: boolean;
}

interface Row extends Record<string, unknown> {
  readonly case_id: bigint;
  readonly id: bigint;
  readonly source: PaymentRow['source'];
  readonly received_on: string;
  readonly reference: string | null;
  readonly is_deposit: boolean;
  readonly amount: bigint;
  readonly applied: bigint;
  readonly unapplied: bigint;
}

/** The last payments of these cases, the latest first; what an import saw paid before it came here is left out. */
export async function paymentsOfCases(
  tx: Transaction,
  caseIds: readonly number[],
  perCase: number,
): Promise<readonly PaymentOfCase[]> {
  const rows = await tx.execute<Row>(sql`
    select * from (
      select c.id as case_id, p.id, p.source, p.received_on, p.reference, p.is_deposit, p.amount,
        coalesce(sum(case when g.credit = 'receivable' then g.amount when g.debit = 'receivable' then -g.amount end), 0)::bigint as applied,
        coalesce(sum(case when g.credit = 'unapplied' then g.amount when g.debit = 'unapplied' then -g.amount end), 0)::bigint as unapplied,
        row_number() over (partition by c.id order by p.received_on desc, p.id desc) as nth
      from "case" c
      join payment p on p.workspace_id = c.workspace_id and p.customer_id = c.customer_id and p.currency = c.currency and c.own_ladder = ''
      join posting g on g.workspace_id = p.workspace_id and g.payment_id = p.id
      where c.workspace_id = current_workspace() and c.id = ${anyOf(caseIds)}
      group by c.id, p.id, p.source, p.received_on, p.reference, p.is_deposit, p.amount) l
    where nth <= ${perCase}
    order by received_on desc, id desc`);
  return rows.map((row) => ({
    caseId: Number(row.case_id),
    paymentId: Number(row.id),
    source: row.source,
    receivedOn: row.received_on,
    reference: row.reference,
    isDeposit: row.is_deposit,
    amount: row.amount,
    applied: row.applied,
    unapplied: row.unapplied,
    gone: row.applied === 0n && row.unapplied === 0n,
  }));
}

/** Keeps payments for what is still to be delivered. */
export async function keepAsDeposits(tx: Transaction, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(payment)
    .set({ isDeposit: true })
    .where(inArray(payment.id, [...ids]));
}
