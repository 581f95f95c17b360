import { boolean, foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { cases } from './case.ts';
import { day, id, instant, ref, workspaceId } from './columns.ts';
import { invoice } from './ledger.ts';
import { member } from './member.ts';

export const feeWaiverStatuses = ['proposed', 'granted', 'refused', 'lapsed'] as const;

/** What late payment cost of some invoices and we do not ask for: interest through a day, the fixed sums, or both. */
export const feeWaiver = pgTable(
  'fee_waiver',
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: ref('case_id').notNull(),
    reason: text('reason').notNull(),
    status: text('status', { enum: feeWaiverStatuses }).notNull().default('proposed'),
    interest: boolean('interest').notNull(),
    fixedSums: boolean('fixed_sums').notNull(),
    /** The workspace's day through which interest is waived: it runs on from the next. */
    through: day('through').notNull(),
    proposedBy: ref('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.caseId], foreignColumns: [cases.workspaceId, cases.id] }),
    foreignKey({ columns: [t.workspaceId, t.proposedBy], foreignColumns: [member.workspaceId, member.id] }),
    index('fee_waiver_case').on(t.workspaceId, t.caseId),
  ],
);

export const feeWaiverInvoice = pgTable(
  'fee_waiver_invoice',
  {
    workspaceId: workspaceId(),
    waiverId: ref('waiver_id').notNull(),
    invoiceId: ref('invoice_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.waiverId, t.invoiceId] }),
    foreignKey({
      columns: [t.workspaceId, t.waiverId],
      foreignColumns: [feeWaiver.workspaceId, feeWaiver.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.invoiceId], foreignColumns: [invoice.workspaceId, invoice.id] }),
    index('fee_waiver_invoice_invoice').on(t.workspaceId, t.invoiceId),
  ],
);

export type FeeWaiverRow = typeof feeWaiver.$inferSelect;
