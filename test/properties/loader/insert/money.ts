/** Invoices and cash, with their postings. */
import { type Case, type Invoice, now, partOf, type Payment } from '../described.ts';
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

export function addInvoice(
  money: Money,
  one: Invoice,
  { number, ownLadder }: { readonly number: string; readonly ownLadder: string },
): Booked {
  const { rows, customerId, currency } = money;
  const id = rows.add('invoice', {
    customer_id: customerId,
    number,
    currency,
    issued_on: one.issuedOn,
    due_on: one.dueOn,
    effective_due_on: one.dueOn,
    excluded: one.excluded,
    own_ladder: ownLadder,
  });
  addPosting(money, { debit: 'receivable', credit: 'sales', amount: one.amount, invoice_id: id, at: early });
  let open = one.amount;
  for (const payment of one.payments) {
    const amount = partOf(one.amount, payment.thousandths);
    const moved = { ...fundsOf(money, payment, amount), credit: 'receivable', amount, invoice_id: id };
    const posting = addPosting(money, { ...moved, at: payment.at });
    if (payment.takenBack) takeBack(money, moved, { at: payment.at, reverses_id: posting });
    else open -= amount;
  }
  rows.add('invoice_balance', { invoice_id: id, total: one.amount, open });
  return { id, amount: one.amount };
}

const early = new Date(now.getTime() - 100 * 86_400_000);

/** The account that an invoice is paid from, and the payment. What is allocated came in before. */
function fundsOf(money: Money, payment: Payment, amount: bigint) {
  const { as, at, receivedOn, takenBack, bounced } = payment;
  switch (as) {
    case 'cash':
      return { debit: 'cash', payment_id: addPayment(money, payment, amount), booked_on: receivedOn };
    case 'credit note':
      return { debit: 'credit' };
    case 'write-off':
      return { debit: 'bad debt' };
    case 'allocation': {
      const payment_id = addPayment(money, payment, amount);
      const came = { debit: 'cash', credit: 'unapplied', amount, payment_id, booked_on: receivedOn };
      const posting = addPosting(money, { ...came, at });
      if (takenBack && bounced) takeBack(money, came, { at, reverses_id: posting });
      return { debit: 'unapplied', payment_id };
    }
  }
}

function addPayment(
  { rows, customerId, currency }: Money,
  { receivedOn, bank, deposit, at }: Pick<Payment, 'receivedOn' | 'bank' | 'deposit' | 'at'>,
  amount: bigint,
): number {
  return rows.add('payment', {
    customer_id: customerId,
    currency,
    amount,
    received_on: receivedOn,
    source: bank ? 'bank' : 'finance',
    is_deposit: deposit,
    created_at: at,
  });
}

/** A moment after it was booked. */
function takeBack(
  money: Money,
  moved: Row & { readonly debit: string; readonly credit: string },
  { at, reverses_id }: { readonly at: Date; readonly reverses_id: number },
): void {
  const { debit, credit, booked_on: _day, ...rest } = moved;
  const later = new Date(at.getTime() + 1);
  addPosting(money, { ...rest, debit: credit, credit: debit, at: later, reverses_id });
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

export function addCash(money: Money, { bookedOn, takenBack, ...cash }: Case['cash'][number]): void {
  const { amount, at } = cash;
  const payment_id = addPayment(money, { ...cash, receivedOn: bookedOn }, amount);
  const moved = { debit: 'cash', credit: 'unapplied', amount, payment_id };
  const posting = addPosting(money, { ...moved, at, booked_on: bookedOn });
  if (takenBack) takeBack(money, moved, { at, reverses_id: posting });
}
