import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Audience, Recipient } from '../../src/core/letter/audience.ts';
import { letterKinds } from '../../src/core/letter/kinds.ts';
import { approval } from './approval.ts';
import { cases, occurrence } from './case.ts';
import { day, id, instant, ref, workspaceId } from './columns.ts';
import { member } from './member.ts';

/** A letter as it was decided: its facts are frozen, its fate is recorded. */
export const letter = pgTable(
  'letter',
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: ref('case_id').notNull(),
    /** The time a step of the ladder was done by it; empty for a letter beside the ladder, such as a thank-you. */
    occurrenceId: ref('occurrence_id'),
    kind: text('kind', { enum: letterKinds }).notNull(),
    /** Whom it was meant for. */
    audience: jsonb('audience')
      .$type<Audience>()
      .notNull()
      .default({ to: ['accounts payable'], copy: [] }),
    /** Whom it goes to: the first one's address, and all of them. */
    toAddress: text('to_address'),
    recipients: jsonb('recipients').$type<readonly Recipient[]>().notNull().default([]),
    /** What the letter says, as values with money and days as text. */
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
    status: text('status', {
      enum: ['withheld', 'impossible', 'queued', 'sent', 'refused', 'unknown', 'held back'],
    }).notNull(),
    /** Fixed before the first try, so that a second copy can be recognised as one. */
    messageId: text('message_id'),
    settledAt: instant('settled_at'),
    /** How a claim went, and what proves that it arrived: registered post, courier, bailiff. */
    channel: text('channel'),
    tracking: text('tracking'),
    postedOn: day('posted_on'),
    deliveredOn: day('delivered_on'),
    trouble: text('trouble'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.caseId], foreignColumns: [cases.workspaceId, cases.id] }),
    foreignKey({
      columns: [t.workspaceId, t.occurrenceId],
      foreignColumns: [occurrence.workspaceId, occurrence.id],
    }),
    index('letter_case').on(t.workspaceId, t.caseId),
  ],
);

/**
 * A letter that is going to leave, told in its case's thread so that somebody can hold it back. What it will say is
 * not fixed: that is decided at the moment it goes.
 */
export const announcement = pgTable(
  'announcement',
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: ref('case_id').notNull(),
    /** The ladder's step. */
    step: text('step').notNull(),
    kind: text('kind', { enum: letterKinds }).notNull(),
    /** Of a claim: what allowed it. */
    approvalId: ref('approval_id'),
    invoices: jsonb('invoices').$type<readonly number[]>().notNull(),
    /** What it was about when it was told: later it may be less. */
    amount: text('amount').notNull(),
    recipients: jsonb('recipients').$type<readonly Recipient[]>().notNull(),
    announcedAt: instant('announced_at').notNull(),
    goesAt: instant('goes_at').notNull(),
    /** Who was told by direct message, as the case has no card in the channel. */
    toldTo: ref('told_to'),
    status: text('status', { enum: ['waiting', 'gone', 'held back', 'withdrawn'] })
      .notNull()
      .default('waiting'),
    letterId: ref('letter_id'),
    /** Why it was held back or withdrawn. */
    because: text('because'),
    heldBy: ref('held_by'),
    heldUntil: day('held_until'),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.caseId], foreignColumns: [cases.workspaceId, cases.id] }),
    foreignKey({ columns: [t.workspaceId, t.letterId], foreignColumns: [letter.workspaceId, letter.id] }),
    foreignKey({
      columns: [t.workspaceId, t.approvalId],
      foreignColumns: [approval.workspaceId, approval.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.heldBy], foreignColumns: [member.workspaceId, member.id] }),
    foreignKey({ columns: [t.workspaceId, t.toldTo], foreignColumns: [member.workspaceId, member.id] }),
    index('announcement_told').on(t.workspaceId, t.toldTo, t.goesAt),
    uniqueIndex('announcement_waiting')
      .on(t.workspaceId, t.caseId)
      .where(sql`status = 'waiting'`),
    index('announcement_letter').on(t.workspaceId, t.letterId),
  ],
);

/** Every time that somebody held a case's letters back; the case says what holds now. */
export const letterHold = pgTable(
  'letter_hold',
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: ref('case_id').notNull(),
    /** What was open of the case then: what is paid since gives the budget back. */
    invoices: jsonb('invoices').$type<readonly number[]>().notNull(),
    untilDay: day('until_day').notNull(),
    reason: text('reason').notNull(),
    byMember: ref('by_member').notNull(),
    at: instant('at').notNull(),
    /** Out of a rep's budget of pauses. */
    budgeted: boolean('budgeted').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.caseId], foreignColumns: [cases.workspaceId, cases.id] }),
    foreignKey({ columns: [t.workspaceId, t.byMember], foreignColumns: [member.workspaceId, member.id] }),
    index('letter_hold_case').on(t.workspaceId, t.caseId),
  ],
);

export type AnnouncementRow = typeof announcement.$inferSelect;
export type LetterRow = typeof letter.$inferSelect;
