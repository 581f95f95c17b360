import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { cases } from './case.ts';
import { day, id, instant, minor, ref, workspaceId } from './columns.ts';
import { invoice } from './ledger.ts';
import { member } from './member.ts';

/** `reversed`: booked, and taken back since. */
export const writeOffStatuses = ['proposed', 'booked', 'refused', 'lapsed', 'reversed'] as const;

/** What we give up of a case's invoices. Its postings say what was booked; this says why and by whom. */
export const writeOff = pgTable(
  'write_off',
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: ref('case_id').notNull(),
    amount: minor('amount').notNull(),
    reason: text('reason').notNull(),
    status: text('status', { enum: writeOffStatuses }).notNull().default('proposed'),
    proposedBy: ref('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    /** The workspace's day. */
    bookedOn: day('booked_on'),
    reversedOn: day('reversed_on'),
    reversedBy: ref('reversed_by'),
    reversedBecause: text('reversed_because'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.caseId], foreignColumns: [cases.workspaceId, cases.id] }),
    foreignKey({ columns: [t.workspaceId, t.proposedBy], foreignColumns: [member.workspaceId, member.id] }),
    foreignKey({ columns: [t.workspaceId, t.reversedBy], foreignColumns: [member.workspaceId, member.id] }),
    check('write_off_positive', sql`${t.amount} > 0`),
    index('write_off_case').on(t.workspaceId, t.caseId),
  ],
);

/** What of each invoice is given up, and what was open of it when that was proposed: another sum is another question. */
export const writeOffInvoice = pgTable(
  'write_off_invoice',
  {
    workspaceId: workspaceId(),
    writeOffId: ref('write_off_id').notNull(),
    invoiceId: ref('invoice_id').notNull(),
    amount: minor('amount').notNull(),
    open: minor('open').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.writeOffId, t.invoiceId] }),
    foreignKey({
      columns: [t.workspaceId, t.writeOffId],
      foreignColumns: [writeOff.workspaceId, writeOff.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.invoiceId], foreignColumns: [invoice.workspaceId, invoice.id] }),
    check('write_off_within_open', sql`0 < ${t.amount} and ${t.amount} <= ${t.open}`),
  ],
);

export type WriteOffRow = typeof writeOff.$inferSelect;
export type WriteOffInvoiceRow = typeof writeOffInvoice.$inferSelect;
