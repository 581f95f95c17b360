import { foreignKey, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { cases, occurrence } from './case.ts';
import { day, id, instant, ref, workspaceId } from './columns.ts';

/** A letter as it was decided: its facts are frozen, its fate is recorded. */
export const letter = pgTable(
  'letter',
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: ref('case_id').notNull(),
    occurrenceId: ref('occurrence_id').notNull(),
    kind: text('kind', { enum: ['reminder', 'payment demand', 'formal claim'] }).notNull(),
    toAddress: text('to_address'),
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

export type LetterRow = typeof letter.$inferSelect;
