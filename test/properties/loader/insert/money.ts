/** Invoices and cash, with their postings. */
import { type Case, now, partOf, type Payment } from '../described.ts';
import type { Row, Rows } from './rows.ts';

export interface Money {
  readonly rows: Rows;
  readonly customerId: number;
  readonly currency: string;
}

export interface Booked {
  readonly id: number;
  readonly amount: bigint;
}

export function addInvoice(money: Money, one: Case['invoices'][number], number: string): Booked {
  const { rows, customerId, currency } = money;
  const id = rows.add('invoice', {
    customer_id: customerId,
    number,
    currency,
    issued_on: one.issuedOn,
    due_on: one.dueOn,
    effective_due_on: one.dueOn,
    excluded: one.excluded,
  });
  addPosting(money, { debit: 'receivable', credit: 'sales', amount: one.amount, invoice_id: id, at: early });
  let open = one.amount;
  for (const payment of one.payments) {
    const amount = partOf(one.amount, payment.thousandths);
    const debit = fundsOf(money, payment, amount);
    const posting = addPosting(money, {
      debit,
      credit: 'receivable',
      amount,
      invoice_id: id,
      at: payment.at,
    });
    if (payment.takenBack)
      addPosting(money, {
        debit: 'receivable',
        credit: debit,
        amount,
        invoice_id: id,
        at: new Date(payment.at.getTime() + 1),
        reverses_id: posting,
      });
    else open -= amount;
  }
  rows.add('invoice_balance', { invoice_id: id, total: one.amount, open });
  return { id, amount: one.amount };
}

const early = new Date(now.getTime() - 100 * 86_400_000);

/** The account that an invoice is paid from. What is allocated came in before. */
function fundsOf(money: Money, { as, at }: Payment, amount: bigint): string {
  switch (as) {
    case 'cash':
      return 'cash';
    case 'credit note':
      return 'credit';
    case 'allocation':
      addPosting(money, { debit: 'cash', credit: 'unapplied', amount, at });
      return 'unapplied';
  }
}

function addPosting(
  { rows, customerId, currency }: Money,
  { at, ...posting }: Row & { readonly at: Date },
): number {
  return rows.add('posting', {
    currency,
    customer_id: customerId,
    booked_on: at.toISOString().slice(0, 10),
    key: `posting:${rows.of.get('posting')?.length ?? 0}`,
    input_hash: 'x',
    created_at: at,
    ...posting,
  });
}

export function addCash(
  money: Money,
  { amount, bank, deposit, bookedOn, at, takenBack }: Case['cash'][number],
): void {
  const { rows, customerId, currency } = money;
  const paymentId = rows.add('payment', {
    customer_id: customerId,
    currency,
    amount,
    received_on: bookedOn,
    source: bank ? 'bank' : 'finance',
    is_deposit: deposit,
    created_at: at,
  });
  const posting = { amount, payment_id: paymentId, at, booked_on: bookedOn };
  const posted = addPosting(money, { ...posting, debit: 'cash', credit: 'unapplied' });
  if (takenBack) addPosting(money, { ...posting, debit: 'unapplied', credit: 'cash', reverses_id: posted });
}
