import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { cases } from './case.ts';
import { day, id, instant, ref, workspaceId } from './columns.ts';
import { invoice } from './ledger.ts';
import { member } from './member.ts';

export const pauseStatuses = ['requested', 'granted', 'refused', 'lapsed'] as const;

/** Days on which nobody presses for a case, or for some of its invoices. It ends by itself. */
export const pause = pgTable(
  'pause',
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: ref('case_id').notNull(),
    /** All of the case, whatever falls due meanwhile; else only the invoices listed. */
    whole: boolean('whole').notNull(),
    reason: text('reason').notNull(),
    /** The customer's days: the first one that rests, and the first one that is pressed again. */
    fromDay: day('from_day').notNull(),
    untilDay: day('until_day').notNull(),
    status: text('status', { enum: pauseStatuses }).notNull(),
    askedBy: ref('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    /** Out of a rep's own budget; what a lead grants costs nothing. */
    budgeted: boolean('budgeted').notNull(),
    /** Ended before its time, on this day. */
    endedOn: day('ended_on'),
    endedBy: ref('ended_by'),
    /** The thread was told that it is over. */
    told: boolean('told').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.caseId], foreignColumns: [cases.workspaceId, cases.id] }),
    foreignKey({ columns: [t.workspaceId, t.askedBy], foreignColumns: [member.workspaceId, member.id] }),
    foreignKey({ columns: [t.workspaceId, t.endedBy], foreignColumns: [member.workspaceId, member.id] }),
    check('pause_ahead', sql`${t.fromDay} < ${t.untilDay}`),
    index('pause_case').on(t.workspaceId, t.caseId),
  ],
);

/** The invoices that a pause was about when it was made; of a whole case all that were open then. */
export const pauseInvoice = pgTable(
  'pause_invoice',
  {
    workspaceId: workspaceId(),
    pauseId: ref('pause_id').notNull(),
    invoiceId: ref('invoice_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.pauseId, t.invoiceId] }),
    foreignKey({ columns: [t.workspaceId, t.pauseId], foreignColumns: [pause.workspaceId, pause.id] }),
    foreignKey({ columns: [t.workspaceId, t.invoiceId], foreignColumns: [invoice.workspaceId, invoice.id] }),
    index('pause_invoice_invoice').on(t.workspaceId, t.invoiceId),
  ],
);

export type PauseRow = typeof pause.$inferSelect;
