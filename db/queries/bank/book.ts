import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { customerIban } from '../../schema/index.ts';
import { here } from '../here.ts';

/* What a statement is matched with: each function is one statement for the whole ledger. */

export interface ItemRow extends Record<string, unknown> {
  readonly id: bigint;
  readonly customer_id: bigint;
  readonly number: string;
  readonly currency: string;
  readonly effective_due_on: string;
  readonly open: bigint;
}

export async function allItems(tx: Transaction): Promise<readonly ItemRow[]> {
  return tx.execute<ItemRow>(sql`
    select i.id, i.customer_id, i.number, i.currency, i.effective_due_on, b.open
    from invoice i
    join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id
    where i.workspace_id = current_workspace()
    order by i.effective_due_on, i.id`);
}

export interface WrittenOffRow extends Record<string, unknown> {
  readonly invoice_id: bigint;
  readonly write_off_id: bigint;
  readonly amount: bigint;
  readonly booked_on: string;
}

/** What is given up of invoices and was not taken back; of an invoice that was given up twice, the later. */
export async function allWrittenOff(tx: Transaction): Promise<readonly WrittenOffRow[]> {
  return tx.execute<WrittenOffRow>(sql`
    select distinct on (l.invoice_id) l.invoice_id, w.id as write_off_id, l.amount, w.booked_on
    from write_off w
    join write_off_invoice l on l.workspace_id = w.workspace_id and l.write_off_id = w.id
    where w.workspace_id = current_workspace() and w.status = 'booked' and w.booked_on is not null
    order by l.invoice_id, w.id desc`);
}

export interface NamesRow extends Record<string, unknown> {
  readonly customer_id: bigint;
  readonly names: string[];
}

export async function allNames(tx: Transaction): Promise<readonly NamesRow[]> {
  return tx.execute<NamesRow>(sql`
    select c.id as customer_id, array_agg(distinct n.name) as names
    from customer c
    cross join lateral (select c.name union select s.name from customer_spelling s
      where s.workspace_id = c.workspace_id and s.customer_id = c.id) n
    where c.workspace_id = current_workspace()
    group by c.id`);
}

export interface IbanRow extends Record<string, unknown> {
  readonly iban: string;
  readonly customer_id: bigint;
}

export async function allIbans(tx: Transaction): Promise<readonly IbanRow[]> {
  return tx.execute<IbanRow>(
    sql`select iban, customer_id from customer_iban where workspace_id = current_workspace()`,
  );
}

export interface StandingPaymentRow extends Record<string, unknown> {
  readonly id: bigint;
  readonly customer_id: bigint;
  readonly case_id: bigint | null;
  readonly currency: string;
  readonly amount: bigint;
  readonly received_on: string;
  readonly source: string;
  /** Of the bank's line, if it came by one. */
  readonly line_id: bigint | null;
  readonly iban: string | null;
  readonly name: string | null;
  readonly end_to_end_id: string | null;
  readonly numbers: string[] | null;
}

/** Payments since a day of which something stands, each with its bank's line and the invoices that it pays. */
export async function standingPayments(
  tx: Transaction,
  since: string,
): Promise<readonly StandingPaymentRow[]> {
  return tx.execute<StandingPaymentRow>(sql`
    select p.id, p.customer_id, c.id as case_id, p.currency, p.amount, p.received_on, p.source,
      l.id as line_id, l.iban, l.name, l.end_to_end_id, g.numbers
    from payment p
    left join "case" c on c.workspace_id = p.workspace_id and c.customer_id = p.customer_id and c.currency = p.currency and c.own_ladder = ''
    left join lateral (select * from bank_line l where l.workspace_id = p.workspace_id and l.payment_id = p.id
      and l.direction = 'in' and l.status in ('booked', 'known') order by l.id limit 1) l on true
    join lateral (select sum(case when g.debit = 'cash' then g.amount when g.credit = 'cash' then -g.amount else 0 end) as cash,
        array_agg(distinct i.number) filter (where i.number is not null) as numbers
      from posting g left join invoice i on i.workspace_id = g.workspace_id and i.id = g.invoice_id
      where g.workspace_id = p.workspace_id and g.payment_id = p.id) g on g.cash > 0
    where p.workspace_id = current_workspace() and p.received_on >= ${since}::date and p.source <> 'credit note'
    order by p.id`);
}

export interface CaseKeyRow extends Record<string, unknown> {
  readonly id: bigint;
  readonly customer_id: bigint;
  readonly currency: string;
}

export async function allCaseKeys(tx: Transaction): Promise<readonly CaseKeyRow[]> {
  return tx.execute<CaseKeyRow>(
    sql`select id, customer_id, currency from "case" where workspace_id = current_workspace() and own_ladder = ''`,
  );
}

/** Remembers from which accounts customers pay. */
export async function learnIbans(
  tx: Transaction,
  learned: readonly { readonly iban: string; readonly customerId: number }[],
  at: Date,
): Promise<void> {
  if (learned.length === 0) return;
  await tx
    .insert(customerIban)
    .values(learned.map((one) => ({ ...one, workspaceId: here, learnedAt: at })))
    .onConflictDoNothing();
}
