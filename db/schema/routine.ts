import { foreignKey, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, ref, workspaceId } from './columns.ts';
import { member } from './member.ts';

/**
 * What happens at an hour: every business day the digest, each member's morning list and the auditor; once, an absence's
 * ends.
 */
export const routine = pgTable(
  'routine',
  {
    workspaceId: workspaceId(),
    /** `digest`, `auditor`, `morning:<member>`, `away:<absence>` or `back:<absence>`. */
    key: text('key').notNull(),
    kind: text('kind', { enum: ['digest', 'auditor', 'morning list', 'away', 'back'] }).notNull(),
    memberId: ref('member_id'),
    nextAt: instant('next_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.key] }),
    foreignKey({ columns: [t.workspaceId, t.memberId], foreignColumns: [member.workspaceId, member.id] }),
  ],
);

export type RoutineRow = typeof routine.$inferSelect;
