import { casesOfCustomers } from '../../../../db/queries/case/ids.ts';
import { insertPayments, type NewPayment } from '../../../../db/queries/import/payments.ts';
import type { NamedInvoice } from '../../../../db/queries/import/side-money.ts';
import { businessDate } from '../../../core/calendar/business-date.ts';
import { openCases } from '../../case/open.ts';
import type { Entry } from '../../ledger/entry.ts';
import { post } from '../../ledger/post.ts';
import { refreshCards } from '../../outbox/card.ts';
import { allocate, type Payable } from '../../payment/allocate.ts';
import { reviewAllocations } from '../../payment/allocation-task.ts';
import { cashCame } from '../../payment/cash-came.ts';
import type { Scope } from '../../scope.ts';
import { importKey } from '../keys.ts';
import type { KnownCustomer } from './find-customers.ts';
import type { Due, Ledger, MoneyKind } from './judge-money.ts';

/** Books rows that are new: a payment each, a posting for each invoice it pays, and one for what remains. */
export async function bookMoney(
  scope: Scope,
  fresh: readonly Due[],
  ledger: Ledger,
  kind: MoneyKind,
): Promise<void> {
  const ids = await paymentIds(scope, fresh, kind);
  const open = new Map(ledger.invoices.map((invoice) => [invoice.id, invoice]));
  await post(
    scope,
    fresh.flatMap((due, n) => entriesOf(due, ids[n] ?? 0, open, kind)),
  );
  const customerIds = [...new Set(fresh.map(({ customer }) => customer.id))];
  await openCases(scope, customerIds);
  const caseIds = (await casesOfCustomers(scope.tx, customerIds)).map(({ id }) => id);
  if (kind === 'payments')
    await cashCame(
      scope,
      fresh.map(({ row: { amount, currency }, customer }) => ({ customerId: customer.id, amount, currency })),
    );
  await reviewAllocations(scope, caseIds);
  await refreshCards(scope, 'case', caseIds.map(String));
}

/** Rows that are alike may take each other's payment. */
async function paymentIds(scope: Scope, due: readonly Due[], kind: MoneyKind): Promise<readonly number[]> {
  const rows = due.map(({ row, customer, key }): NewPayment => ({
    customer: customer.id,
    currency: row.currency,
    amount: row.amount,
    received: row.on,
    source: kind === 'payments' ? 'import' : 'credit note',
    reference: row.number ?? row.reference ?? row.invoice ?? key,
  }));
  const written = await insertPayments(scope.tx, rows, scope.now);
  const signOf = (one: { customer: number; reference: string }): string => `${one.customer} ${one.reference}`;
  const ids = new Map<string, number[]>();
  for (const row of written) ids.set(signOf(row), [...(ids.get(signOf(row)) ?? []), row.id]);
  return rows.map((row) => ids.get(signOf(row))?.shift() ?? 0);
}

/** Shares of what the invoices have open, which each payment leaves smaller for the next. */
function entriesOf(
  { row, customer, invoice, key }: Due,
  paymentId: number,
  open: Map<number, NamedInvoice>,
  kind: MoneyKind,
): readonly Entry[] {
  const { amount, currency, on: bookedOn } = row;
  const { shares, unapplied } = allocate(
    amount,
    payablesOf(customer, currency, open),
    namesOf(invoice, open, kind),
  );
  const debit = kind === 'payments' ? 'cash' : 'credit';
  const common = { debit, currency, customerId: customer.id, paymentId, bookedOn } as const;
  const entries: Omit<Entry, 'key'>[] = shares.map((share) => {
    const before = open.get(share.invoice.id);
    if (before !== undefined) open.set(before.id, { ...before, open: before.open - share.amount });
    return { ...common, credit: 'receivable', amount: share.amount, invoiceId: share.invoice.id };
  });
  if (unapplied > 0n) entries.push({ ...common, credit: 'unapplied', amount: unapplied });
  const isCredit = kind === 'credit notes' && entries.length === 1 && unapplied > 0n;
  // As an export of open items would have booked it, so that the next one finds it.
  const own =
    isCredit && row.number !== undefined
      ? importKey({ customerNumber: customer.number, number: row.number }, 'credited', 1)
      : undefined;
  return entries.map((entry, n) => ({ ...entry, key: own ?? key.replace(/#1$/, `#${n + 1}`) }));
}

/** A credit note that names no invoice waits for somebody to allocate it; so does what an invoice has no room for. */
function namesOf(
  invoice: NamedInvoice | undefined,
  open: ReadonlyMap<number, NamedInvoice>,
  kind: MoneyKind,
): readonly string[] | undefined {
  if (invoice === undefined) return kind === 'payments' ? undefined : [];
  return (open.get(invoice.id)?.open ?? 0n) > 0n ? [invoice.number] : [];
}

function payablesOf(
  { id }: KnownCustomer,
  currency: string,
  open: ReadonlyMap<number, NamedInvoice>,
): readonly Payable[] {
  return [...open.values()]
    .filter((invoice) => invoice.customerId === id && invoice.currency === currency && invoice.open > 0n)
    .map((invoice) => ({
      id: invoice.id,
      number: invoice.number,
      effectiveDueOn: businessDate(invoice.effectiveDueOn),
      open: invoice.open,
    }));
}
