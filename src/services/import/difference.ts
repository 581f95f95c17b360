import type { DocumentName, KnownInvoice } from '../../../db/queries/import/known-invoices.ts';
import { type Currency, money, type Money } from '../../core/money.ts';
import type { OpenItem } from '../../import/read-row.ts';

/** The file calls more open than the ledger will: somebody recorded a payment here that the export does not know. */
export interface Kept {
  readonly invoice: KnownInvoice;
  readonly item: OpenItem;
  readonly inFile: Money;
  readonly inLedger: Money;
}

/** An invoice of the file that the ledger knows. */
export interface Listed {
  readonly invoice: KnownInvoice;
  readonly item: OpenItem;
  /** The currency it shall be in. */
  readonly currency: Currency;
}

/** An invoice whose amounts are to be booked anew. */
export interface Change extends Listed {
  /** What the document's sum shall be. */
  readonly total: bigint;
  /** What imports shall have paid of it. */
  readonly paidByImport: bigint;
}

/** How a file differs from the ledger. Each of its invoices is fresh or listed. */
export interface Difference {
  readonly fresh: readonly OpenItem[];
  readonly listed: readonly Listed[];
  readonly changed: readonly Change[];
  readonly kept: readonly Kept[];
  /** The due date is another one; amounts may have changed too. */
  readonly redated: readonly Listed[];
  /** Open in the ledger and gone from the file: proposed as settled, never assumed. */
  readonly vanished: readonly KnownInvoice[];
}

export interface FileTraits {
  /** The file gives the document's sum beside what is open. Without it a smaller amount can only be a payment. */
  readonly hasTotals: boolean;
  /** Whether the number stands in a row that could not be read: such an invoice has not vanished. */
  readonly mentions: (invoiceNumber: string) => boolean;
}

/**
 * What an export says against what the ledger knows. Pure, so that the preview and the import cannot disagree.
 * Credit notes are not looked at here: they are no invoices.
 */
export function differenceOf(
  known: readonly KnownInvoice[],
  items: readonly OpenItem[],
  file: FileTraits,
): Difference {
  const byKey = new Map(known.map((invoice) => [keyOf(invoice.customerNumber, invoice.number), invoice]));
  const invoices = items.filter(({ kind }) => kind === 'invoice');
  const listed = new Set(invoices.map(itemKey));
  const pairs = invoices.flatMap((item) => {
    const invoice = byKey.get(itemKey(item));
    return invoice === undefined ? [] : [{ invoice, item, target: targetOf(invoice, item, file.hasTotals) }];
  });
  return {
    fresh: invoices.filter((item) => !byKey.has(itemKey(item))),
    listed: pairs.map(listedOf),
    changed: pairs.filter(isChanged).map(changeOf),
    kept: pairs.flatMap(keptOf),
    redated: pairs.filter(({ invoice, item }) => invoice.dueOn !== item.dueOn).map(listedOf),
    vanished: known.filter(
      (invoice) =>
        invoice.open > 0n &&
        !listed.has(keyOf(invoice.customerNumber, invoice.number)) &&
        !file.mentions(invoice.number),
    ),
  };
}

/** One invoice among all of a workspace, as the team's books name it. */
export function keyOf(customerNumber: string, invoiceNumber: string): string {
  return JSON.stringify([customerNumber, invoiceNumber]);
}

/** A document as the team's books name it. */
export function nameOf({ customerNumber, invoiceNumber }: OpenItem): DocumentName {
  return { customer: customerNumber, number: invoiceNumber };
}

export function itemKey({ customerNumber, invoiceNumber }: OpenItem): string {
  return keyOf(customerNumber, invoiceNumber);
}

type Target = Pick<Change, 'currency' | 'total' | 'paidByImport'>;

/**
 * What makes the ledger say what the file says, as far as imports may: what people recorded as paid stays paid, and
 * what was paid after the day of the export cannot be in it.
 */
function targetOf(invoice: KnownInvoice, item: OpenItem, hasTotals: boolean): Target {
  const { currency, amount: open } = item.open;
  const others = paidByOthers(invoice);
  if (currency !== invoice.currency)
    return others === 0n
      ? { currency, total: item.total.amount, paidByImport: item.total.amount - open }
      : invoice;
  const total = hasTotals ? item.total.amount : larger(invoice.total, open);
  if (others > total) return invoice;
  const wanted = total - open - (others - invoice.paidLater);
  return { currency, total, paidByImport: larger(0n, smaller(wanted, total - others)) };
}

interface Pair {
  readonly invoice: KnownInvoice;
  readonly item: OpenItem;
  readonly target: Target;
}

function listedOf({ invoice, item, target: { currency } }: Pair): Listed {
  return { invoice, item, currency };
}

function changeOf(pair: Pair): Change {
  const { total, paidByImport } = pair.target;
  return { ...listedOf(pair), total, paidByImport };
}

function isChanged({ invoice, target }: Pair): boolean {
  return (
    target.total !== invoice.total ||
    target.paidByImport !== invoice.paidByImport ||
    target.currency !== invoice.currency
  );
}

function keptOf({ invoice, item, target }: Pair): readonly Kept[] {
  const open = money(target.total - target.paidByImport - paidByOthers(invoice), target.currency);
  const agree = open.amount === item.open.amount && open.currency === item.open.currency;
  return agree ? [] : [{ invoice, item, inFile: item.open, inLedger: open }];
}

function paidByOthers({ total, open, paidByImport }: KnownInvoice): bigint {
  return total - open - paidByImport;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
