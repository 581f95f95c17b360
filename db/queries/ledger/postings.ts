import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import type { Account } from '../../schema/index.ts';
import { anyOf } from '../any-of.ts';

/** A posting as it stands in the ledger; minor units. */
export interface Posting {
  readonly id: number;
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: bigint;
  readonly currency: string;
  readonly customerId: number;
  readonly invoiceId: number | undefined;
  readonly paymentId: number | undefined;
  readonly key: string;
  /** It was taken back. */
  readonly reversed: boolean;
  /** It takes another one back. */
  readonly isReversal: boolean;
}

/** All postings of these invoices, in the order in which they were booked. */
export async function postingsOfInvoices(
  tx: Transaction,
  invoiceIds: readonly number[],
): Promise<readonly Posting[]> {
  return invoiceIds.length === 0 ? [] : postings(tx, sql`g.invoice_id = ${anyOf(invoiceIds)}`);
}

/** All postings of these payments, in the order in which they were booked. */
export async function postingsOfPayments(
  tx: Transaction,
  paymentIds: readonly number[],
): Promise<readonly Posting[]> {
  return paymentIds.length === 0 ? [] : postings(tx, sql`g.payment_id = ${anyOf(paymentIds)}`);
}

interface Row extends Record<string, unknown> {
  readonly id: bigint;
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: bigint;
  readonly currency: string;
  readonly customer_id: bigint;
  readonly invoice_id: bigint | null;
  readonly payment_id: bigint | null;
  readonly key: string;
  readonly reversed: boolean;
  readonly is_reversal: boolean;
}

async function postings(tx: Transaction, which: SQL): Promise<readonly Posting[]> {
  const rows = await tx.execute<Row>(sql`
    select g.id, g.debit, g.credit, g.amount, g.currency, g.customer_id, g.invoice_id, g.payment_id, g.key,
      r.id is not null as reversed, g.reverses_id is not null as is_reversal
    from posting g left join posting r on r.workspace_id = g.workspace_id and r.reverses_id = g.id
    where g.workspace_id = current_workspace() and ${which}
    order by g.id`);
  return rows.map((row) => ({
    id: Number(row.id),
    debit: row.debit,
    credit: row.credit,
    amount: row.amount,
    currency: row.currency,
    customerId: Number(row.customer_id),
    invoiceId: row.invoice_id === null ? undefined : Number(row.invoice_id),
    paymentId: row.payment_id === null ? undefined : Number(row.payment_id),
    key: row.key,
    reversed: row.reversed,
    isReversal: row.is_reversal,
  }));
}
