import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { cases } from './case.ts';
import { day, id, instant, minor, ref, workspaceId } from './columns.ts';
import { invoice } from './ledger.ts';
import { member } from './member.ts';

export const promiseStatuses = ['open', 'kept', 'partial', 'unconfirmed', 'broken', 'cancelled'] as const;

/** A customer's word to pay an amount by a day. */
export const promise = pgTable(
  'promise',
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: ref('case_id').notNull(),
    amount: minor('amount').notNull(),
    dueOn: day('due_on').notNull(),
    madeOn: day('made_on').notNull(),
    madeAt: instant('made_at').notNull(),
    madeBy: ref('made_by').notNull(),
    saidBy: text('said_by'),
    status: text('status', { enum: promiseStatuses }).notNull().default('open'),
    /** After two broken ones a promise is recorded but rests nothing. */
    rests: boolean('rests').notNull(),
    renewsId: ref('renews_id'),
    endedOn: day('ended_on'),
    paid: minor('paid')
      .notNull()
      .default(sql`0`),
    /** A broken promise is called about once. */
    calledAbout: boolean('called_about').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.caseId], foreignColumns: [cases.workspaceId, cases.id] }),
    foreignKey({ columns: [t.workspaceId, t.madeBy], foreignColumns: [member.workspaceId, member.id] }),
    foreignKey({ columns: [t.workspaceId, t.renewsId], foreignColumns: [t.workspaceId, t.id] }),
    check('promise_positive', sql`${t.amount} > 0`),
    index('promise_case').on(t.workspaceId, t.caseId),
  ],
);

/** How the promised amount spreads over invoices; `whole`: nothing worth pressing was left of the invoice. */
export const promiseInvoice = pgTable(
  'promise_invoice',
  {
    workspaceId: workspaceId(),
    promiseId: ref('promise_id').notNull(),
    invoiceId: ref('invoice_id').notNull(),
    amount: minor('amount').notNull(),
    whole: boolean('whole').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.promiseId, t.invoiceId] }),
    foreignKey({ columns: [t.workspaceId, t.promiseId], foreignColumns: [promise.workspaceId, promise.id] }),
    foreignKey({ columns: [t.workspaceId, t.invoiceId], foreignColumns: [invoice.workspaceId, invoice.id] }),
    index('promise_invoice_invoice').on(t.workspaceId, t.invoiceId),
  ],
);

/** Somebody says the money is on its way: no cash yet, so it rests for a while and then counts for nothing. */
export const paymentAdvice = pgTable(
  'payment_advice',
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: ref('case_id').notNull(),
    amount: minor('amount').notNull(),
    advisedOn: day('advised_on').notNull(),
    restsUntil: day('rests_until').notNull(),
    memberId: ref('member_id').notNull(),
    note: text('note'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.caseId], foreignColumns: [cases.workspaceId, cases.id] }),
    foreignKey({ columns: [t.workspaceId, t.memberId], foreignColumns: [member.workspaceId, member.id] }),
    index('payment_advice_case').on(t.workspaceId, t.caseId),
  ],
);

export type PromiseRow = typeof promise.$inferSelect;
