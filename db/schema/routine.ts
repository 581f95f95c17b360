import { foreignKey, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, ref, workspaceId } from './columns.ts';
import { member } from './member.ts';

/** What happens every business day at an hour: the digest, each member's morning list. */
export const routine = pgTable(
  'routine',
  {
    workspaceId: workspaceId(),
    /** `digest` or `morning:<member>`. */
    key: text('key').notNull(),
    kind: text('kind', { enum: ['digest', 'morning list'] }).notNull(),
    memberId: ref('member_id'),
    nextAt: instant('next_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.key] }),
    foreignKey({ columns: [t.workspaceId, t.memberId], foreignColumns: [member.workspaceId, member.id] }),
  ],
);

export type RoutineRow = typeof routine.$inferSelect;
