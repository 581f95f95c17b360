import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { day, id, instant, ref, workspaceId } from './columns.ts';
import { member } from './member.ts';

/** Days on which somebody does not work, both ends included, in their own calendar. */
export const absence = pgTable(
  'absence',
  {
    workspaceId: workspaceId(),
    id: id(),
    memberId: ref('member_id').notNull(),
    fromDay: day('from_day').notNull(),
    toDay: day('to_day').notNull(),
    /** Who stands in this time; empty: the standing deputy. */
    deputyId: ref('deputy_id'),
    setBy: ref('set_by').notNull(),
    setAt: instant('set_at').notNull(),
    /** When the person was back, or said to be; from then on it does not count. */
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.memberId], foreignColumns: [member.workspaceId, member.id] }),
    foreignKey({ columns: [t.workspaceId, t.deputyId], foreignColumns: [member.workspaceId, member.id] }),
    foreignKey({ columns: [t.workspaceId, t.setBy], foreignColumns: [member.workspaceId, member.id] }),
    check('absence_in_order', sql`${t.fromDay} <= ${t.toDay}`),
    index('absence_running')
      .on(t.workspaceId, t.memberId)
      .where(sql`ended_at is null`),
  ],
);

export type AbsenceRow = typeof absence.$inferSelect;
