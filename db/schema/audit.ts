import { index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { id, instant, ref, workspaceId } from './columns.ts';

/** What happened here and who did it; each entry carries the hash of the one before. Append-only. */
export const audit = pgTable(
  'audit',
  {
    workspaceId: workspaceId(),
    id: id(),
    at: instant('at').notNull(),
    memberId: ref('member_id'),
    /** Past tense, such as `promise made`. */
    what: text('what').notNull(),
    caseId: ref('case_id'),
    details: jsonb('details').$type<Record<string, string | number | boolean | null>>().notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('audit_case').on(t.workspaceId, t.caseId, t.id),
    index('audit_member').on(t.workspaceId, t.memberId, t.id),
  ],
);

export type AuditRow = typeof audit.$inferSelect;
