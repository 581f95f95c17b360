import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { day, id, instant, minor, ref, workspaceId } from './columns.ts';
import { customer } from './customer.ts';

export const invoice = pgTable(
  'invoice',
  {
    workspaceId: workspaceId(),
    id: id(),
    customerId: ref('customer_id').notNull(),
    number: text('number').notNull(),
    currency: text('currency').notNull(),
    issuedOn: day('issued_on').notNull(),
    dueOn: day('due_on').notNull(),
    /** The due date moved to the next open day of the customer's calendar. */
    effectiveDueOn: day('effective_due_on').notNull(),
    excluded: boolean('excluded').notNull().default(false),
    /** Name of a ladder of its own, on which it stands in a case of its own. Empty: its customer's. */
    ownLadder: text('own_ladder').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('invoice_number').on(t.workspaceId, t.customerId, t.number),
    foreignKey({
      columns: [t.workspaceId, t.customerId],
      foreignColumns: [customer.workspaceId, customer.id],
    }),
  ],
);

/** Projection of the postings, written only by `post()` under the case's lock. */
export const invoiceBalance = pgTable(
  'invoice_balance',
  {
    workspaceId: workspaceId(),
    invoiceId: ref('invoice_id').notNull(),
    total: minor('total').notNull(),
    open: minor('open').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.invoiceId] }),
    foreignKey({ columns: [t.workspaceId, t.invoiceId], foreignColumns: [invoice.workspaceId, invoice.id] }),
    check('open_within_total', sql`0 <= ${t.open} and ${t.open} <= ${t.total}`),
    index('invoice_balance_open')
      .on(t.workspaceId, t.invoiceId)
      .where(sql`open > 0`),
  ],
);

/** Money that came in, or is known to have come in (an invoice gone from the books). */
export const payment = pgTable(
  'payment',
  {
    workspaceId: workspaceId(),
    id: id(),
    customerId: ref('customer_id').notNull(),
    currency: text('currency').notNull(),
    amount: minor('amount').notNull(),
    receivedOn: day('received_on').notNull(),
    source: text('source', { enum: ['finance', 'import', 'credit note', 'bank'] }).notNull(),
    reference: text('reference'),
    /** Kept for what is still to be delivered: it covers nothing that is open, and nobody has to allocate it. */
    isDeposit: boolean('is_deposit').notNull().default(false),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.customerId],
      foreignColumns: [customer.workspaceId, customer.id],
    }),
    index('payment_customer').on(t.workspaceId, t.customerId, t.currency),
    check('payment_positive', sql`${t.amount} > 0`),
  ],
);

export const accounts = ['receivable', 'sales', 'cash', 'unapplied', 'credit', 'bad debt'] as const;
export type Account = (typeof accounts)[number];

/**
 * The append-only ledger: one debit account, one credit account, one positive amount, so it balances by
 * construction. A correction is a reversal.
 */
export const posting = pgTable(
  'posting',
  {
    workspaceId: workspaceId(),
    id: id(),
    debit: text('debit', { enum: accounts }).notNull(),
    credit: text('credit', { enum: accounts }).notNull(),
    amount: minor('amount').notNull(),
    currency: text('currency').notNull(),
    customerId: ref('customer_id').notNull(),
    /** The invoice whose receivable moves; empty for unapplied cash. */
    invoiceId: ref('invoice_id'),
    paymentId: ref('payment_id'),
    bookedOn: day('booked_on').notNull(),
    /** `source:external-id:event`. */
    key: text('key').notNull(),
    /** Hash of the input behind the key: the same key with another input is a conflict, not a repetition. */
    inputHash: text('input_hash').notNull(),
    reversesId: ref('reverses_id'),
    /** Business time: promises are judged by what was booked after they were made. */
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('posting_key').on(t.workspaceId, t.key),
    unique('posting_reversed_once').on(t.workspaceId, t.reversesId),
    foreignKey({
      columns: [t.workspaceId, t.customerId],
      foreignColumns: [customer.workspaceId, customer.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.invoiceId], foreignColumns: [invoice.workspaceId, invoice.id] }),
    foreignKey({ columns: [t.workspaceId, t.paymentId], foreignColumns: [payment.workspaceId, payment.id] }),
    foreignKey({ columns: [t.workspaceId, t.reversesId], foreignColumns: [t.workspaceId, t.id] }),
    check('amount_positive', sql`${t.amount} > 0`),
    check('accounts_differ', sql`${t.debit} <> ${t.credit}`),
    index('posting_invoice').on(t.workspaceId, t.invoiceId),
    index('posting_customer').on(t.workspaceId, t.customerId, t.currency),
  ],
);
