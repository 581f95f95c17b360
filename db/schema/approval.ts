import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { cases } from './case.ts';
import { day, id, instant, minor, ref, workspaceId } from './columns.ts';
import { member } from './member.ts';

export const approvalKinds = ['step', 'hold', 'pause', 'hold release', 'write-off', 'fee waiver'] as const;

/** What other people must allow. A decision is consumed once: compare-and-set on `status`. */
export const approval = pgTable(
  'approval',
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: ref('case_id').notNull(),
    kind: text('kind', { enum: approvalKinds }).notNull().default('step'),
    /** The hold, the pause, the write-off or the waiver that is asked for. */
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
    /** How many people must agree. */
    needs: integer('needs').notNull().default(1),
    /** The refused or lapsed one that this asks again. */
    followsId: ref('follows_id'),
    remindersSpent: integer('reminders_spent').notNull().default(0),
    /** Of several who agreed the last one. */
    decidedBy: ref('decided_by'),
    decidedAt: instant('decided_at'),
    /** Decided by fewer people than it needs, or by somebody barred: there was nobody else for a day. */
    decidedAlone: boolean('decided_alone').notNull().default(false),
    reason: text('reason'),
    reviewOn: day('review_on'),
    /** Of a refused one: somebody had new grounds before the day to look again, so that this is the day. */
    againOn: day('again_on'),
    againBy: ref('again_by'),
    againBecause: text('again_because'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.caseId], foreignColumns: [cases.workspaceId, cases.id] }),
    foreignKey({ columns: [t.workspaceId, t.decidedBy], foreignColumns: [member.workspaceId, member.id] }),
    foreignKey({ columns: [t.workspaceId, t.followsId], foreignColumns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.againBy], foreignColumns: [member.workspaceId, member.id] }),
    uniqueIndex('approval_pending')
      .on(t.workspaceId, t.caseId, t.step)
      .where(sql`status = 'pending'`),
  ],
);

/** Who agreed: each person once. */
export const approvalVote = pgTable(
  'approval_vote',
  {
    workspaceId: workspaceId(),
    approvalId: ref('approval_id').notNull(),
    memberId: ref('member_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.approvalId, t.memberId] }),
    foreignKey({
      columns: [t.workspaceId, t.approvalId],
      foreignColumns: [approval.workspaceId, approval.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.memberId], foreignColumns: [member.workspaceId, member.id] }),
  ],
);

/** Who was asked, and with which of their direct messages: that one is kept current. */
export const approvalAsked = pgTable(
  'approval_asked',
  {
    workspaceId: workspaceId(),
    approvalId: ref('approval_id').notNull(),
    memberId: ref('member_id').notNull(),
    /** The subject of the card that lists it. */
    bundle: text('bundle').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.approvalId, t.bundle] }),
    foreignKey({
      columns: [t.workspaceId, t.approvalId],
      foreignColumns: [approval.workspaceId, approval.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.memberId], foreignColumns: [member.workspaceId, member.id] }),
    index('approval_asked_bundle').on(t.workspaceId, t.bundle),
  ],
);

export type ApprovalRow = typeof approval.$inferSelect;
