import { sql } from 'drizzle-orm';
import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { cases } from './case.ts';
import { day, id, instant, minor, ref, workspaceId } from './columns.ts';
import { member } from './member.ts';

/** What a second person must allow: a step, a hold, a longer pause. A decision is consumed once: compare-and-set on `status`. */
export const approval = pgTable(
  'approval',
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: ref('case_id').notNull(),
    kind: text('kind', { enum: ['step', 'hold', 'pause'] })
      .notNull()
      .default('step'),
    /** The hold or the pause that is asked for. */
    subjectId: ref('subject_id'),
    /** The step's key; of anything else, what it is called. */
    step: text('step').notNull(),
    amount: minor('amount').notNull(),
    invoices: jsonb('invoices').$type<number[]>().notNull(),
    alsoOpen: jsonb('also_open').$type<number[]>().notNull(),
    /** The step each invoice receives once this is carried out. */
    receives: jsonb('receives').$type<{ invoice: number; step: string }[]>().notNull(),
    status: text('status', { enum: ['pending', 'approved', 'refused', 'lapsed'] })
      .notNull()
      .default('pending'),
    askedAt: instant('asked_at').notNull(),
    askedBy: ref('asked_by'),
    remindersSpent: integer('reminders_spent').notNull().default(0),
    decidedBy: ref('decided_by'),
    decidedAt: instant('decided_at'),
    reason: text('reason'),
    reviewOn: day('review_on'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.caseId], foreignColumns: [cases.workspaceId, cases.id] }),
    foreignKey({ columns: [t.workspaceId, t.decidedBy], foreignColumns: [member.workspaceId, member.id] }),
    uniqueIndex('approval_pending')
      .on(t.workspaceId, t.caseId, t.step)
      .where(sql`status = 'pending'`),
  ],
);

export type ApprovalRow = typeof approval.$inferSelect;
