import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Account } from '../../../db/schema/index.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import type { Currency } from '../../core/money.ts';
import { DomainError } from '../../core/error.ts';
import type { Scope } from '../scope.ts';

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
}

/**
 * Appends entries to the ledger and brings the invoices' balances along, in one statement each. Entries whose key
 * was booked before are left out; the keys of those booked now are returned.
 * @throws DomainError `conflict` when a key comes again with another amount or account.
 */
export async function post(scope: Scope, entries: readonly Entry[]): Promise<ReadonlySet<string>> {
  if (entries.length === 0) return new Set();
  const rows = entries.map((entry) => ({ ...asRow(entry), input_hash: hashOf(entry) }));
  const booked = await scope.tx.execute<{ key: string }>(sql`
    insert into posting (workspace_id, debit, credit, amount, currency, customer_id, invoice_id, payment_id, booked_on, key, input_hash, created_at)
    select current_workspace(), e.debit, e.credit, e.amount, e.currency, e.customer_id, e.invoice_id, e.payment_id, e.booked_on, e.key, e.input_hash,
      ${scope.now.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as e(debit text, credit text, amount bigint, currency text,
      customer_id bigint, invoice_id bigint, payment_id bigint, booked_on date, key text, input_hash text)
    on conflict (workspace_id, key) do nothing
    returning key`);
  const keys = new Set(booked.map((row) => row.key));
  if (keys.size < rows.length)
    await refuseChangedInput(
      scope,
      rows.filter((row) => !keys.has(row.key)),
    );
  await moveBalances(
    scope,
    entries.filter((entry) => keys.has(entry.key)),
  );
  return keys;
}

/** Amounts travel as text: JSON numbers end at 2^53. */
function asRow(entry: Entry): Record<string, unknown> & { key: string } {
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

async function refuseChangedInput(
  scope: Scope,
  repeated: readonly { key: string; input_hash: string }[],
): Promise<void> {
  const [changed] = await scope.tx.execute<{ key: string }>(sql`
    select p.key from posting p
    join json_to_recordset(${JSON.stringify(repeated)}::json) as e(key text, input_hash text) using (key)
    where p.input_hash <> e.input_hash limit 1`);
  if (changed !== undefined)
    throw new DomainError(
      'conflict',
      `"${changed.key}" is booked already with another amount: reverse that booking before booking it anew.`,
    );
}

/** `total` follows sales alone; `open` follows everything that touches the receivable. */
async function moveBalances(scope: Scope, entries: readonly Entry[]): Promise<void> {
  const moves = new Map<number, { total: bigint; open: bigint }>();
  for (const entry of entries) {
    if (entry.invoiceId === undefined) continue;
    const move = moves.get(entry.invoiceId) ?? { total: 0n, open: 0n };
    const sign = entry.debit === 'receivable' ? 1n : entry.credit === 'receivable' ? -1n : 0n;
    const other = sign === 1n ? entry.credit : entry.debit;
    moves.set(entry.invoiceId, {
      open: move.open + sign * entry.amount,
      total: move.total + (other === 'sales' ? sign * entry.amount : 0n),
    });
  }
  await writeBalances(scope, moves);
}

async function writeBalances(
  scope: Scope,
  moves: ReadonlyMap<number, { readonly total: bigint; readonly open: bigint }>,
): Promise<void> {
  if (moves.size === 0) return;
  const rows = [...moves].map(([id, move]) => ({ id, total: String(move.total), open: String(move.open) }));
  await scope.tx.execute(sql`
    with moved as (select * from json_to_recordset(${JSON.stringify(rows)}::json) as m(id bigint, total bigint, open bigint)),
    changed as (
      update invoice_balance b set total = b.total + m.total, open = b.open + m.open
      from moved m where b.workspace_id = current_workspace() and b.invoice_id = m.id returning b.invoice_id)
    insert into invoice_balance (workspace_id, invoice_id, total, open)
    select current_workspace(), m.id, m.total, m.open from moved m
    where m.id not in (select invoice_id from changed)`);
}
