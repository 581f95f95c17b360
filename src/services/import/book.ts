import type { Posting } from '../../../db/queries/ledger/postings.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import type { OpenItem } from '../../import/read-row.ts';
import type { Entry } from '../ledger/entry.ts';
import { post } from '../ledger/post.ts';
import { historyOf, reversalOf } from '../ledger/reversal.ts';
import { cashCame } from '../payment/cash-came.ts';
import type { Scope } from '../scope.ts';
import { type Place, placeNamed } from './customers.ts';
import { type Change, type Difference, itemKey } from './difference.ts';
import { importKey, importKeys } from './keys.ts';
import { type NewPayment, withPayments } from './payments.ts';

/** Where the documents of a file stand in the ledger. */
export interface Register {
  readonly places: ReadonlyMap<string, Place>;
  /** By the invoice's key. */
  readonly invoiceIds: ReadonlyMap<string, number>;
  /** The day of the export: what it changes is booked on it. */
  readonly asOf: BusinessDate;
}

/** What one document needs: entries as they are, and at most one payment with its entry. */
interface Movement {
  readonly entries: readonly Entry[];
  readonly payments: readonly NewPayment[];
}

/** Books what is new and what changed of the file's invoices, in one go: balances are only right at its end. */
export async function bookInvoices(scope: Scope, difference: Difference, register: Register): Promise<void> {
  const { fresh, changed } = difference;
  const history = await historyOf(
    scope,
    changed.map(({ invoice }) => invoice.id),
  );
  const corrected = changed.map((change) => correct(change, history.get(change.invoice.id) ?? [], register));
  const movements = [...fresh.map((item) => issue(item, register)), ...corrected];
  const paid = await withPayments(
    scope,
    movements.flatMap(({ payments }) => payments),
  );
  await post(scope, [...movements.flatMap(({ entries }) => entries), ...paid]);
  // What new invoices were paid before they came here cannot have been advised here.
  await cashCame(
    scope,
    corrected.flatMap(({ payments }) => payments.map(({ entry }) => entry)),
  );
}

/** A new invoice; what was paid of it before it came here is a payment, too. */
function issue(item: OpenItem, register: Register): Movement {
  const document = documentOf(item, register);
  const paid = item.total.amount - item.open.amount;
  return {
    entries: [issueEntry(document, item.total.amount, 1)],
    payments: paid > 0n ? [paymentOf(document, paid, 1)] : [],
  };
}

/**
 * Brings a known invoice to what the file says: a sum that changed is reversed and booked anew; more paid is a
 * payment; less paid takes payments back, the latest first, and books what was too much of it anew.
 */
function correct(change: Change, history: readonly Posting[], register: Register): Movement {
  const document = { ...documentOf(change.item, register), currency: change.currency };
  const originals = history.filter(({ isReversal }) => !isReversal);
  const issues = originals.filter(({ credit }) => credit === 'sales');
  const payments = originals.filter(
    ({ credit, key }) => credit === 'receivable' && key.startsWith(importKeys),
  );
  const { undone, missing } = settlePayments(change, payments.filter(isLive));
  const anew = change.total !== change.invoice.total || change.currency !== change.invoice.currency;
  const reversed = [...undone, ...(anew ? issues.filter(isLive) : [])];
  return {
    entries: [
      ...reversed.map((posting) => reversalOf(posting, register.asOf)),
      ...(anew ? [issueEntry(document, change.total, issues.length + 1)] : []),
    ],
    payments: missing > 0n ? [paymentOf(document, missing, payments.length + 1)] : [],
  };
}

interface Settling {
  readonly undone: readonly Posting[];
  /** What is still to be paid once those are taken back. */
  readonly missing: bigint;
}

function settlePayments({ invoice, currency, paidByImport }: Change, live: readonly Posting[]): Settling {
  let paid = live.reduce((sum, { amount }) => sum + amount, 0n);
  const undone: Posting[] = [];
  for (const posting of live.toReversed()) {
    if (paid <= paidByImport && currency === invoice.currency) break;
    undone.push(posting);
    paid -= posting.amount;
  }
  return { undone, missing: paidByImport - paid };
}

const isLive = ({ reversed }: Posting): boolean => !reversed;

interface Document {
  readonly customerNumber: string;
  readonly number: string;
  readonly customerId: number;
  readonly invoiceId: number;
  readonly currency: string;
  readonly issuedOn: BusinessDate;
  /** The day the file says it was settled on, else the day of the export. */
  readonly paidOn: BusinessDate;
}

function documentOf(item: OpenItem, { places, invoiceIds, asOf }: Register): Document {
  const invoiceId = invoiceIds.get(itemKey(item));
  if (invoiceId === undefined) throw new Error(`invoice ${item.invoiceNumber} was not written`);
  return {
    customerNumber: item.customerNumber,
    number: item.invoiceNumber,
    customerId: placeNamed(item.customerNumber, places).id,
    invoiceId,
    currency: item.open.currency,
    issuedOn: item.issuedOn,
    paidOn: item.open.amount === 0n ? (item.settledOn ?? asOf) : asOf,
  };
}

function issueEntry(document: Document, amount: bigint, nth: number): Entry {
  const { customerId, invoiceId, currency, issuedOn } = document;
  return {
    debit: 'receivable',
    credit: 'sales',
    amount,
    currency,
    customerId,
    invoiceId,
    bookedOn: issuedOn,
    key: importKey(document, 'issued', nth),
  };
}

function paymentOf(document: Document, amount: bigint, nth: number): NewPayment {
  const { customerId, invoiceId, currency, paidOn, number } = document;
  return {
    source: 'import',
    reference: number,
    entry: {
      debit: 'cash',
      credit: 'receivable',
      amount,
      currency,
      customerId,
      invoiceId,
      bookedOn: paidOn,
      key: importKey(document, 'paid', nth),
    },
  };
}
