import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Account } from '../../../db/schema/index.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import type { Currency } from '../../core/money.ts';
import { DomainError } from '../../core/error.ts';
import type { Scope } from '../scope.ts';
import { moveBalances } from './balances.ts';

/** One movement between two accounts. Balanced by construction: one amount, taken here and put there. */
export interface Entry {
  readonly debit: Account;
  readonly credit: Account;
  /** Minor units, positive. */
  readonly amount: bigint;
  readonly currency: Currency;
  readonly customerId: number;
  readonly invoiceId?: number;
  readonly paymentId?: number;
  readonly bookedOn: BusinessDate;
  /** `source:external-id:event`; the same movement told twice is booked once. */
  readonly key: string;
  /** The posting that this one takes back; each is taken back once at most. */
  readonly reverses?: number;
}

/**
 * Appends entries to the ledger and brings the invoices' balances along, in one statement each. Entries whose key
 * was booked before are left out; the keys of those booked now are returned.
 * @throws DomainError `conflict` when a key comes again with another amount or account.
 */
export async function post(scope: Scope, entries: readonly Entry[]): Promise<ReadonlySet<string>> {
  const told = onceEach(entries);
  if (told.length === 0) return new Set();
  const booked = await append(scope, told);
  const repeated = told.filter(({ key }) => !booked.has(key));
  if (repeated.length > 0) await refuseChangedInput(scope, repeated);
  await moveBalances(
    scope,
    told.filter(({ key }) => booked.has(key)),
  );
  return booked;
}

/** The entries without repetitions among themselves, which the database would leave out and the balances count twice. */
function onceEach(entries: readonly Entry[]): readonly Entry[] {
  const byKey = new Map<string, Entry>();
  for (const entry of entries) {
    const before = byKey.get(entry.key);
    if (before !== undefined && hashOf(before) !== hashOf(entry)) throw changedInput(entry.key);
    if (before === undefined) byKey.set(entry.key, entry);
  }
  return [...byKey.values()];
}

async function append(scope: Scope, entries: readonly Entry[]): Promise<ReadonlySet<string>> {
  const rows = await scope.tx.execute<{ key: string }>(sql`
    insert into posting (workspace_id, debit, credit, amount, currency, customer_id, invoice_id, payment_id, booked_on, key, input_hash, reverses_id, created_at)
    select current_workspace(), e.debit, e.credit, e.amount, e.currency, e.customer_id, e.invoice_id, e.payment_id, e.booked_on, e.key, e.input_hash, e.reverses_id,
      ${scope.now.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(entries.map(asRow))}::json) as e(debit text, credit text, amount bigint, currency text,
      customer_id bigint, invoice_id bigint, payment_id bigint, booked_on date, key text, input_hash text, reverses_id bigint)
    on conflict (workspace_id, key) do nothing
    returning key`);
  return new Set(rows.map(({ key }) => key));
}

/** Amounts travel as text: JSON numbers end at 2^53. */
function asRow(entry: Entry): Readonly<Record<string, unknown>> {
  return {
    debit: entry.debit,
    credit: entry.credit,
    amount: String(entry.amount),
    currency: entry.currency,
    customer_id: entry.customerId,
    invoice_id: entry.invoiceId ?? null,
    payment_id: entry.paymentId ?? null,
    booked_on: entry.bookedOn,
    key: entry.key,
    input_hash: hashOf(entry),
    reverses_id: entry.reverses ?? null,
  };
}

/** The payment's row id is ours, not the input's: a repeated import makes a new one and must still be recognised. */
function hashOf(entry: Entry): string {
  const input = [
    entry.debit,
    entry.credit,
    entry.amount,
    entry.currency,
    entry.customerId,
    entry.invoiceId ?? '',
  ];
  return createHash('sha256').update(input.join('|')).digest('hex');
}

async function refuseChangedInput(scope: Scope, repeated: readonly Entry[]): Promise<void> {
  const told = repeated.map((entry) => ({ key: entry.key, input_hash: hashOf(entry) }));
  const [changed] = await scope.tx.execute<{ key: string }>(sql`
    select p.key from posting p
    join json_to_recordset(${JSON.stringify(told)}::json) as e(key text, input_hash text) using (key)
    where p.workspace_id = current_workspace() and p.input_hash <> e.input_hash order by p.key limit 1`);
  if (changed !== undefined) throw changedInput(changed.key);
}

function changedInput(key: string): DomainError {
  return new DomainError(
    'conflict',
    `"${key}" is booked already with another amount: reverse that booking before booking it anew.`,
  );
}
