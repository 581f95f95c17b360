import { sql } from 'drizzle-orm';
import { effectiveDueDate } from '../../core/calendar/business-days.ts';
import type { OpenItem } from '../../import/read-row.ts';
import { type AuditEntry, record } from '../audit/record.ts';
import type { Scope } from '../scope.ts';
import type { Place } from './customers.ts';
import { itemKey, type Difference, type KnownInvoice, keyOf } from './difference.ts';

/**
 * Writes the invoices of a file: new ones, and the days and the currency of known ones where the file says otherwise.
 * @returns the ids of all invoices of the file, by their key.
 */
export async function writeInvoices(
  scope: Scope,
  { fresh, listed }: Difference,
  places: ReadonlyMap<string, Place>,
): Promise<ReadonlyMap<string, number>> {
  const added = await insert(
    scope,
    fresh.map((item) => asRow(item, places)),
  );
  const rows = listed.map(({ invoice, item, currency }) => ({
    invoice,
    row: { ...asRow(item, places), currency },
  }));
  await update(
    scope,
    rows
      .filter(({ invoice, row }) => differs(invoice, row))
      .map(({ invoice, row }) => ({ id: invoice.id, ...row })),
  );
  return new Map([...added, ...listed.map(({ invoice, item }) => [itemKey(item), invoice.id] as const)]);
}

/** A due date is what pressure counts from, so each change of one is on record. */
export async function recordRedated(
  scope: Scope,
  redated: Difference['redated'],
  memberId: number | undefined,
): Promise<void> {
  const entries = redated.map(({ invoice, item }): AuditEntry => ({
    what: 'due date changed',
    ...(memberId === undefined ? {} : { memberId }),
    details: { invoice: invoice.id, number: invoice.number, from: invoice.dueOn, to: item.dueOn },
  }));
  for (let from = 0; from < entries.length; from += recordedAtOnce)
    await record(scope, entries.slice(from, from + recordedAtOnce));
}

/** Nine values an entry, and Postgres takes 65,535 in one statement. */
const recordedAtOnce = 5_000;

interface InvoiceRow {
  readonly customer: number;
  readonly customerNumber: string;
  readonly number: string;
  readonly currency: string;
  readonly issued: string;
  readonly due: string;
  readonly effective: string;
}

function asRow(item: OpenItem, places: ReadonlyMap<string, Place>): InvoiceRow {
  const place = placeOf(item, places);
  return {
    customer: place.id,
    customerNumber: item.customerNumber,
    number: item.invoiceNumber,
    currency: item.open.currency,
    issued: item.issuedOn,
    due: item.dueOn,
    effective: effectiveDueDate(place.calendar, item.dueOn),
  };
}

export function placeOf({ customerNumber }: OpenItem, places: ReadonlyMap<string, Place>): Place {
  const place = places.get(customerNumber);
  if (place === undefined) throw new Error(`customer ${customerNumber} was not written`);
  return place;
}

function differs(invoice: KnownInvoice, row: InvoiceRow): boolean {
  const before = [invoice.currency, invoice.issuedOn, invoice.dueOn, invoice.effectiveDueOn];
  return before.join() !== [row.currency, row.issued, row.due, row.effective].join();
}

async function insert(
  scope: Scope,
  rows: readonly InvoiceRow[],
): Promise<readonly (readonly [string, number])[]> {
  if (rows.length === 0) return [];
  const numberOf = new Map(rows.map(({ customer, customerNumber }) => [customer, customerNumber]));
  const added = await scope.tx.execute<{ id: bigint; customer_id: bigint; number: string }>(sql`
    insert into invoice (workspace_id, customer_id, number, currency, issued_on, due_on, effective_due_on)
    select current_workspace(), f.customer, f.number, f.currency, f.issued, f.due, f.effective
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as f(customer bigint, number text, currency text, issued date, due date, effective date)
    returning id, customer_id, number`);
  return added.map(({ id, customer_id: customerId, number }) => [
    keyOf(numberOf.get(Number(customerId)) ?? '', number),
    Number(id),
  ]);
}

async function update(scope: Scope, rows: readonly (InvoiceRow & { readonly id: number })[]): Promise<void> {
  if (rows.length === 0) return;
  await scope.tx.execute(sql`
    update invoice i set currency = f.currency, issued_on = f.issued, due_on = f.due, effective_due_on = f.effective
    from json_to_recordset(${JSON.stringify(rows)}::json) as f(id bigint, currency text, issued date, due date, effective date)
    where i.workspace_id = current_workspace() and i.id = f.id`);
}
