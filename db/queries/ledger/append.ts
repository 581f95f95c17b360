import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import type { Account } from '../../schema/index.ts';

/** A posting to be written; minor units, days as YYYY-MM-DD. */
export interface NewPosting {
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: bigint;
  readonly currency: string;
  readonly customerId: number;
  readonly invoiceId?: number;
  readonly paymentId?: number;
  readonly bookedOn: string;
  readonly key: string;
  readonly inputHash: string;
  /** The posting that this one takes back. */
  readonly reverses?: number;
}

/** Appends postings, but for those whose key is there already; returns the keys of those that were appended. */
export async function appendPostings(
  tx: Transaction,
  postings: readonly NewPosting[],
  at: Date,
): Promise<ReadonlySet<string>> {
  const rows = await tx.execute<{ key: string }>(sql`
    insert into posting (workspace_id, debit, credit, amount, currency, customer_id, invoice_id, payment_id, booked_on, key, input_hash, reverses_id, created_at)
    select current_workspace(), e.debit, e.credit, e.amount, e.currency, e.customer_id, e.invoice_id, e.payment_id, e.booked_on, e.key, e.input_hash, e.reverses_id,
      ${at.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(postings.map(asRow))}::json) as e(debit text, credit text, amount bigint, currency text,
      customer_id bigint, invoice_id bigint, payment_id bigint, booked_on date, key text, input_hash text, reverses_id bigint)
    on conflict (workspace_id, key) do nothing
    returning key`);
  return new Set(rows.map(({ key }) => key));
}

/** Amounts travel as text: JSON numbers end at 2^53. */
function asRow(posting: NewPosting): Readonly<Record<string, unknown>> {
  return {
    debit: posting.debit,
    credit: posting.credit,
    amount: String(posting.amount),
    currency: posting.currency,
    customer_id: posting.customerId,
    invoice_id: posting.invoiceId ?? null,
    payment_id: posting.paymentId ?? null,
    booked_on: posting.bookedOn,
    key: posting.key,
    input_hash: posting.inputHash,
    reverses_id: posting.reverses ?? null,
  };
}

/** The first of these keys, by the alphabet, that is booked with another input. */
export async function changedKey(
  tx: Transaction,
  told: readonly Pick<NewPosting, 'key' | 'inputHash'>[],
): Promise<string | undefined> {
  const rows = told.map(({ key, inputHash }) => ({ key, input_hash: inputHash }));
  const [changed] = await tx.execute<{ key: string }>(sql`
    select p.key from posting p
    join json_to_recordset(${JSON.stringify(rows)}::json) as e(key text, input_hash text) using (key)
    where p.workspace_id = current_workspace() and p.input_hash <> e.input_hash order by p.key limit 1`);
  return changed?.key;
}
