import { sql } from 'drizzle-orm';
import { check, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { id, instant, workspaceId } from './columns.ts';

/** That the engine is alive. A row of its own, so that writing it waits for nobody who changes settings. */
export const pulse = pgTable(
  'pulse',
  {
    workspaceId: workspaceId(),
    /** When the engine last looked whether anything is due, by the business clock. */
    tickedAt: instant('ticked_at').notNull(),
    /** Of the closed days that moments were reckoned with; another one means that holidays became known or were moved. */
    calendarMark: text('calendar_mark'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId] })],
);

/** A time in which nobody looked, by the business clock. */
export const outage = pgTable(
  'outage',
  {
    workspaceId: workspaceId(),
    id: id(),
    downFrom: instant('down_from').notNull(),
    upAt: instant('up_at').notNull(),
    /** When all that was missed was caught up, and the team told; empty: not yet. */
    caughtUpAt: instant('caught_up_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    check('outage_in_order', sql`${t.downFrom} < ${t.upAt}`),
  ],
);

export type OutageRow = typeof outage.$inferSelect;
