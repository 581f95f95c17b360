import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { disputeReasons } from '../../src/core/dispute/reason.ts';
import { cases } from './case.ts';
import { day, id, instant, minor, ref, workspaceId } from './columns.ts';
import { invoice } from './ledger.ts';
import { member } from './member.ts';

/** `upheld` waits for its credit note; `credited` has it. `moot`: paid in full all the same. */
export const disputeStatuses = ['open', 'upheld', 'credited', 'rejected', 'moot'] as const;

/** A customer says that we are wrong about an amount. While that is looked into, the amount rests and no more. */
export const dispute = pgTable(
  'dispute',
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: ref('case_id').notNull(),
    amount: minor('amount').notNull(),
    reason: text('reason', { enum: disputeReasons }).notNull(),
    /** What is wrong, in words. */
    words: text('words'),
    /** Who at the customer said so. */
    saidBy: text('said_by'),
    fixerId: ref('fixer_id').notNull(),
    /** The last day to answer, of the customer's. */
    deadlineOn: day('deadline_on').notNull(),
    status: text('status', { enum: disputeStatuses }).notNull().default('open'),
    raisedBy: ref('raised_by').notNull(),
    raisedAt: instant('raised_at').notNull(),
    raisedOn: day('raised_on').notNull(),
    /** What they are right about; less than the amount: in part. */
    upheld: minor('upheld')
      .notNull()
      .default(sql`0`),
    resolvedBy: ref('resolved_by'),
    resolvedOn: day('resolved_on'),
    answer: text('answer'),
    creditedBy: ref('credited_by'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.caseId], foreignColumns: [cases.workspaceId, cases.id] }),
    foreignKey({ columns: [t.workspaceId, t.fixerId], foreignColumns: [member.workspaceId, member.id] }),
    foreignKey({ columns: [t.workspaceId, t.raisedBy], foreignColumns: [member.workspaceId, member.id] }),
    foreignKey({ columns: [t.workspaceId, t.resolvedBy], foreignColumns: [member.workspaceId, member.id] }),
    foreignKey({ columns: [t.workspaceId, t.creditedBy], foreignColumns: [member.workspaceId, member.id] }),
    check('dispute_positive', sql`${t.amount} > 0`),
    check('upheld_within_amount', sql`0 <= ${t.upheld} and ${t.upheld} <= ${t.amount}`),
    index('dispute_case').on(t.workspaceId, t.caseId),
  ],
);

/** How the disputed amount spreads over invoices; `whole`: nothing worth pressing was left of the invoice. */
export const disputeInvoice = pgTable(
  'dispute_invoice',
  {
    workspaceId: workspaceId(),
    disputeId: ref('dispute_id').notNull(),
    invoiceId: ref('invoice_id').notNull(),
    amount: minor('amount').notNull(),
    upheld: minor('upheld')
      .notNull()
      .default(sql`0`),
    whole: boolean('whole').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.disputeId, t.invoiceId] }),
    foreignKey({ columns: [t.workspaceId, t.disputeId], foreignColumns: [dispute.workspaceId, dispute.id] }),
    foreignKey({ columns: [t.workspaceId, t.invoiceId], foreignColumns: [invoice.workspaceId, invoice.id] }),
    index('dispute_invoice_invoice').on(t.workspaceId, t.invoiceId),
  ],
);

export type DisputeRow = typeof dispute.$inferSelect;
export type DisputeInvoiceRow = typeof disputeInvoice.$inferSelect;
