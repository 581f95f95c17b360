import { sql } from 'drizzle-orm';
import type { Account } from '../../../db/schema/index.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import type { Scope } from '../scope.ts';
import type { Entry } from './post.ts';

/** A posting as it stands in the ledger. */
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

/** The entry that takes a posting back: the same amount, the other way round. Its key says which one it undoes. */
export function reversalOf(posting: Posting, bookedOn: BusinessDate): Entry {
  return {
    debit: posting.credit,
    credit: posting.debit,
    amount: posting.amount,
    currency: posting.currency,
    customerId: posting.customerId,
    ...(posting.invoiceId === undefined ? {} : { invoiceId: posting.invoiceId }),
    ...(posting.paymentId === undefined ? {} : { paymentId: posting.paymentId }),
    bookedOn,
    key: `${posting.key}:reversed`,
    reverses: posting.id,
  };
}

/** All postings of these invoices, by invoice, in the order in which they were booked. */
export async function postingsOfInvoices(
  scope: Scope,
  invoiceIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Posting[]>> {
  if (invoiceIds.length === 0) return new Map();
  const rows = await postings(scope, sql`g.invoice_id = any(${`{${invoiceIds.join(',')}}`}::bigint[])`);
  const byInvoice = new Map<number, Posting[]>();
  for (const posting of rows) {
    if (posting.invoiceId === undefined) continue;
    const before = byInvoice.get(posting.invoiceId);
    if (before === undefined) byInvoice.set(posting.invoiceId, [posting]);
    else before.push(posting);
  }
  return byInvoice;
}

/** All postings of these payments, in the order in which they were booked. */
export async function postingsOfPayments(
  scope: Scope,
  paymentIds: readonly number[],
): Promise<readonly Posting[]> {
  if (paymentIds.length === 0) return [];
  return postings(scope, sql`g.payment_id = any(${`{${paymentIds.join(',')}}`}::bigint[])`);
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

async function postings(scope: Scope, which: ReturnType<typeof sql>): Promise<readonly Posting[]> {
  const rows = await scope.tx.execute<Row>(sql`
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
