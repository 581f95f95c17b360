import { lastFinishedImport } from '../../../../db/queries/import/files.ts';
import * as queries from '../../../../db/queries/import/side-money.ts';
import { type BusinessDate, businessDate } from '../../../core/calendar/business-date.ts';
import { formatDate } from '../../../core/calendar/format-date.ts';
import { formatMoney, money } from '../../../core/money.ts';
import { type BadRow, badRow } from '../../../import/bad-rows.ts';
import { quote, type Reading } from '../../../import/reading.ts';
import type { MoneyRow } from '../../../import/side/money.ts';
import type { Named } from '../../../import/side/side-file.ts';
import type { Scope } from '../../scope.ts';
import { customerDirectory, type Directory, type KnownCustomer } from './find-customers.ts';

export type MoneyKind = 'payments' | 'credit notes';

/** A row that is to be booked. */
export interface Due {
  readonly row: MoneyRow & Named;
  readonly customer: KnownCustomer;
  readonly invoice: queries.NamedInvoice | undefined;
  /** Of its first posting: the same row in another file has the same. */
  readonly key: string;
}

/** What rows of money are judged against. */
export interface Ledger {
  readonly today: BusinessDate;
  /** The day of the last export of open items: what was paid until then is in it. */
  readonly asOf: string | null;
  readonly directory: Directory;
  readonly invoices: readonly queries.NamedInvoice[];
  /** As `customer currency amount day`. */
  readonly recorded: ReadonlySet<string>;
}

export async function ledgerFor(scope: Scope, rows: readonly (MoneyRow & Named)[]): Promise<Ledger> {
  const directory = await customerDirectory(scope);
  const found = rows.map(directory.find).flatMap((reading) => ('value' in reading ? [reading.value.id] : []));
  const numbers = rows.flatMap(({ invoice }) => (invoice === undefined ? [] : [invoice]));
  const invoices = await queries.invoicesToPay(scope.tx, numbers, found);
  const customerIds = [...new Set([...found, ...invoices.map(({ customerId }) => customerId)])];
  return {
    today: scope.today,
    asOf: (await lastFinishedImport(scope.tx))?.asOf ?? null,
    directory,
    invoices,
    recorded: await queries.recordedPayments(scope.tx, customerIds),
  };
}

/** Whom and what a row pays, or why it cannot be booked. */
export function judge(row: MoneyRow & Named, ledger: Ledger, kind: MoneyKind): Omit<Due, 'key'> | BadRow {
  const bad = (reason: string): BadRow => badRow(row.source, [{ column: '', value: '', reason }]);
  const named = row.invoice === undefined ? undefined : invoiceNamed(row, row.invoice, ledger);
  if (named !== undefined && 'reason' in named) return bad(named.reason);
  const customer = customerFor(row, named, ledger);
  if ('reason' in customer) return bad(customer.reason);
  const fault =
    kind === 'payments' ? paymentFault(row, customer.value, named, ledger) : futureFault(row, ledger);
  return fault === undefined ? { row, customer: customer.value, invoice: named } : bad(fault);
}

type FoundInvoice = queries.NamedInvoice | { readonly reason: string };

function invoiceNamed(row: MoneyRow & Named, number: string, { invoices, directory }: Ledger): FoundInvoice {
  const about = directory.find(row);
  const all = invoices.filter((invoice) => invoice.number.toLowerCase() === number.toLowerCase());
  const own = 'value' in about ? all.filter(({ customerId }) => customerId === about.value.id) : all;
  const [first, second] = own;
  if (first === undefined)
    return { reason: `invoice ${quote(number)} is not known here: correct it, or leave it empty` };
  if (second !== undefined)
    return { reason: `invoice ${quote(number)} is one of several customers: name the customer` };
  if (first.currency !== row.currency)
    return { reason: `invoice ${quote(number)} is in ${first.currency}, not in ${row.currency}` };
  return first;
}

function customerFor(
  row: MoneyRow & Named,
  invoice: queries.NamedInvoice | undefined,
  { directory }: Ledger,
): Reading<KnownCustomer> {
  const named = directory.find(row);
  if (
    'value' in named ||
    invoice === undefined ||
    row.customerNumber !== undefined ||
    row.customerName !== undefined
  )
    return named;
  const owner = directory.byId.get(invoice.customerId);
  return owner === undefined ? named : { value: owner };
}

function futureFault({ on }: MoneyRow, { today }: Ledger): string | undefined {
  return on > today ? `${formatDate(on, { today })} is still to come` : undefined;
}

/** Money must not count twice: once by the export that knows of it, or by whoever recorded it, and once by this file. */
function paymentFault(
  row: MoneyRow,
  { id }: KnownCustomer,
  invoice: queries.NamedInvoice | undefined,
  ledger: Ledger,
): string | undefined {
  const { today, asOf, recorded } = ledger;
  const sum = formatMoney(money(row.amount, row.currency));
  if (recorded.has(`${id} ${row.currency} ${row.amount} ${row.on}`))
    return `${sum} of ${formatDate(row.on, { today })} is recorded already; a second such payment is recorded with /payment`;
  const isUntouched = invoice !== undefined && invoice.open === invoice.total && row.amount <= invoice.open;
  if (asOf !== null && row.on <= asOf && !isUntouched)
    return `the open items as of ${formatDate(businessDate(asOf), { today })} know of ${sum} of ${formatDate(row.on, { today })} already; if they do not, record it with /payment`;
  return futureFault(row, ledger);
}
