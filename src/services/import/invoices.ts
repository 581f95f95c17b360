import { insertInvoices, type NewInvoice, updateInvoices } from '../../../db/queries/import/invoices.ts';
import type { KnownInvoice } from '../../../db/queries/import/known-invoices.ts';
import { effectiveDueDate } from '../../core/calendar/business-days.ts';
import type { Currency } from '../../core/money.ts';
import type { OpenItem } from '../../import/read-row.ts';
import { type AuditEntry, record } from '../audit/record.ts';
import type { Scope } from '../scope.ts';
import { type Place, placeNamed } from './customers.ts';
import { type Difference, itemKey, keyOf } from './difference.ts';

/**
 * Writes the invoices of a file: new ones, and the days and the currency of known ones where the file says otherwise.
 * @returns the ids of all invoices of the file, by their key.
 */
export async function writeInvoices(
  scope: Scope,
  { fresh, listed }: Difference,
  places: ReadonlyMap<string, Place>,
): Promise<ReadonlyMap<string, number>> {
  const added = await insertInvoices(
    scope.tx,
    fresh.map((item) => asRow(item, item.open.currency, places)),
  );
  const stale = listed
    .map(({ invoice, item, currency }) => ({ invoice, row: asRow(item, currency, places) }))
    .filter(({ invoice, row }) => differs(invoice, row))
    .map(({ invoice, row }) => ({ id: invoice.id, ...row }));
  if (stale.length > 0) await updateInvoices(scope.tx, stale);
  const numberOf = new Map([...places].map(([number, { id }]) => [id, number]));
  return new Map([
    ...added.map((row) => [keyOf(numberOf.get(row.customer) ?? '', row.number), row.id] as const),
    ...listed.map(({ invoice, item }) => [itemKey(item), invoice.id] as const),
  ]);
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

function asRow(item: OpenItem, currency: Currency, places: ReadonlyMap<string, Place>): NewInvoice {
  const place = placeNamed(item.customerNumber, places);
  return {
    customer: place.id,
    number: item.invoiceNumber,
    currency,
    issued: item.issuedOn,
    due: item.dueOn,
    effective: effectiveDueDate(place.calendar, item.dueOn),
  };
}

function differs(invoice: KnownInvoice, row: NewInvoice): boolean {
  const before = [invoice.currency, invoice.issuedOn, invoice.dueOn, invoice.effectiveDueOn];
  return before.join() !== [row.currency, row.issued, row.due, row.effective].join();
}
