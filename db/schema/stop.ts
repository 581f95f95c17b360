import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { day, id, instant, ref, workspaceId } from './columns.ts';
import { customer } from './customer.ts';
import { invoice } from './ledger.ts';
import { member } from './member.ts';

export const stopKinds = ['insolvency', 'lawyer', 'do not contact', 'handed over'] as const;

/** Nobody presses a customer any more, until somebody says that it is over; `customer.stopped` says so in words. */
export const fullStop = pgTable(
  'full_stop',
  {
    workspaceId: workspaceId(),
    id: id(),
    customerId: ref('customer_id').notNull(),
    kind: text('kind', { enum: stopKinds }).notNull(),
    /** Who said what: the court's file number, the lawyer's name. */
    said: text('said').notNull(),
    since: instant('since').notNull(),
    setBy: ref('set_by').notNull(),
    /** A rep's word rests at once, and a lead looks at it; empty until then. */
    confirmedBy: ref('confirmed_by'),
    confirmedAt: instant('confirmed_at'),
    /** In an insolvency: the last day to file what we are owed. */
    fileBy: day('file_by'),
    endedAt: instant('ended_at'),
    endedBy: ref('ended_by'),
    endedBecause: text('ended_because'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.customerId],
      foreignColumns: [customer.workspaceId, customer.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.setBy], foreignColumns: [member.workspaceId, member.id] }),
    foreignKey({ columns: [t.workspaceId, t.confirmedBy], foreignColumns: [member.workspaceId, member.id] }),
    foreignKey({ columns: [t.workspaceId, t.endedBy], foreignColumns: [member.workspaceId, member.id] }),
    uniqueIndex('full_stop_live')
      .on(t.workspaceId, t.customerId)
      .where(sql`ended_at is null`),
    index('full_stop_customer').on(t.workspaceId, t.customerId),
  ],
);

/** Of an invoice whose claim comes to its limitation date: how many of the alerts were given. */
export const limitationAlert = pgTable(
  'limitation_alert',
  {
    workspaceId: workspaceId(),
    invoiceId: ref('invoice_id').notNull(),
    given: integer('given').notNull(),
    on: day('on_day').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.invoiceId] }),
    foreignKey({ columns: [t.workspaceId, t.invoiceId], foreignColumns: [invoice.workspaceId, invoice.id] }),
  ],
);

export type FullStopRow = typeof fullStop.$inferSelect;
