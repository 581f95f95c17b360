import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { cases, occurrence } from './case.ts';
import { day, id, instant, ref, workspaceId } from './columns.ts';
import { dispute } from './dispute.ts';
import { member } from './member.ts';

/** Work for a person, with a due time and a deadline. */
export const task = pgTable(
  'task',
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: ref('case_id').notNull(),
    occurrenceId: ref('occurrence_id'),
    disputeId: ref('dispute_id'),
    /** A call on the ladder; a call back we agreed to, another duty we took on; posting a claim so that delivery is proven; finding out whether a mail arrived, or where mail can go at all; an answer to a dispute, and the credit note that it may end with; whether pressing has to stop. */
    kind: text('kind', {
      enum: [
        'call',
        'call back',
        'commitment',
        'claim delivery',
        'letter fate',
        'mail address',
        'allocation',
        'dispute',
        'credit note',
        'stop check',
      ],
    }).notNull(),
    step: text('step'),
    what: text('what').notNull(),
    level: text('level', { enum: ['owner', 'lead', 'manager'] })
      .notNull()
      .default('owner'),
    holderId: ref('holder_id').notNull(),
    /** Whose it was first; misses are counted against the person who had it then. */
    firstHolderId: ref('first_holder_id').notNull(),
    /** Whom the holder stands in for while they do not work; empty: nobody. */
    inPlaceOf: ref('in_place_of'),
    dueAt: instant('due_at').notNull(),
    deadlineAt: instant('deadline_at').notNull(),
    nudgesSpent: integer('nudges_spent').notNull().default(0),
    attempts: integer('attempts').notNull().default(0),
    /** Rises with every change of holder, time or state: a message made for an older one is not sent. */
    fence: integer('fence').notNull().default(0),
    status: text('status', { enum: ['open', 'done', 'superseded', 'cancelled'] })
      .notNull()
      .default('open'),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.caseId], foreignColumns: [cases.workspaceId, cases.id] }),
    foreignKey({
      columns: [t.workspaceId, t.occurrenceId],
      foreignColumns: [occurrence.workspaceId, occurrence.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.disputeId], foreignColumns: [dispute.workspaceId, dispute.id] }),
    foreignKey({ columns: [t.workspaceId, t.holderId], foreignColumns: [member.workspaceId, member.id] }),
    foreignKey({
      columns: [t.workspaceId, t.firstHolderId],
      foreignColumns: [member.workspaceId, member.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.inPlaceOf], foreignColumns: [member.workspaceId, member.id] }),
    index('task_open')
      .on(t.workspaceId, t.caseId)
      .where(sql`status = 'open'`),
    index('task_holder')
      .on(t.workspaceId, t.holderId)
      .where(sql`status = 'open'`),
    index('task_called_back')
      .on(t.workspaceId, t.caseId)
      .where(sql`kind = 'call back' and status = 'done'`),
  ],
);

/** A deadline that passed, and in whose hands. */
export const miss = pgTable(
  'miss',
  {
    workspaceId: workspaceId(),
    id: id(),
    taskId: ref('task_id').notNull(),
    memberId: ref('member_id').notNull(),
    level: text('level', { enum: ['owner', 'lead', 'manager'] }).notNull(),
    /** Who has it now; the same person when the next in line could take no more that day. */
    nextHolderId: ref('next_holder_id').notNull(),
    at: instant('at').notNull(),
    /** The business day in the workspace's zone, for the one bundled message per person and day. */
    onDay: day('on_day').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.taskId], foreignColumns: [task.workspaceId, task.id] }),
    foreignKey({ columns: [t.workspaceId, t.memberId], foreignColumns: [member.workspaceId, member.id] }),
    index('miss_day').on(t.workspaceId, t.onDay, t.memberId),
  ],
);

/** What a call produced. */
export const outcome = pgTable(
  'outcome',
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: ref('case_id').notNull(),
    taskId: ref('task_id'),
    kind: text('kind', { enum: ['no answer', 'voicemail', 'wrong number', 'reached'] }).notNull(),
    spokeWith: text('spoke_with'),
    said: text('said'),
    memberId: ref('member_id').notNull(),
    at: instant('at').notNull(),
    reachedCustomer: boolean('reached_customer').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.caseId], foreignColumns: [cases.workspaceId, cases.id] }),
    foreignKey({ columns: [t.workspaceId, t.taskId], foreignColumns: [task.workspaceId, task.id] }),
    foreignKey({ columns: [t.workspaceId, t.memberId], foreignColumns: [member.workspaceId, member.id] }),
    index('outcome_case').on(t.workspaceId, t.caseId),
  ],
);

export type TaskRow = typeof task.$inferSelect;
export type OutcomeRow = typeof outcome.$inferSelect;
