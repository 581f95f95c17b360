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
import { id, instant, ref, workspaceId } from './columns.ts';
import { member } from './member.ts';

/** One time the auditor looked. Where the ledger is large it looks at a part, and the next run goes on from there. */
export const auditorRun = pgTable(
  'auditor_run',
  {
    workspaceId: workspaceId(),
    id: id(),
    at: instant('at').notNull(),
    /** Who asked for it; empty: nobody, it was time. */
    askedBy: ref('asked_by'),
    /** How many cases were looked at, of how many there are. */
    casesLookedAt: integer('cases_looked_at').notNull(),
    casesInAll: integer('cases_in_all').notNull(),
    /** The last case looked at; 0 once all were. */
    lastCaseId: ref('last_case_id').notNull(),
    /** How many entries of the history were reckoned anew, and the last of them; 0 once all were. */
    entriesLookedAt: integer('entries_looked_at').notNull(),
    lastEntryId: ref('last_entry_id').notNull(),
    /** What is wrong after this run, and how much of that is new or has changed. */
    open: integer('open').notNull(),
    fresh: integer('fresh').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.askedBy], foreignColumns: [member.workspaceId, member.id] }),
  ],
);

/** Something that is not as it should be. `gone`: a later run found it well. */
export const finding = pgTable(
  'finding',
  {
    workspaceId: workspaceId(),
    id: id(),
    /** Which check found it, and of what: together they know it again. */
    check: text('check').notNull(),
    subject: text('subject').notNull(),
    caseId: ref('case_id'),
    /** What the check has to say about it, as text and numbers. */
    facts: jsonb('facts').$type<Record<string, string | number | boolean | null>>().notNull(),
    /** Since when it is wrong, where that is known. */
    since: instant('since'),
    /** Dunwell did what helps; the next run sees whether it did. */
    mended: boolean('mended').notNull(),
    status: text('status', { enum: ['open', 'gone'] })
      .notNull()
      .default('open'),
    /** The run that found it or found it changed: its message tells of it. */
    toldInRun: ref('told_in_run').notNull(),
    foundAt: instant('found_at').notNull(),
    seenBy: ref('seen_by'),
    seenAt: instant('seen_at'),
    goneAt: instant('gone_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.caseId], foreignColumns: [cases.workspaceId, cases.id] }),
    foreignKey({
      columns: [t.workspaceId, t.toldInRun],
      foreignColumns: [auditorRun.workspaceId, auditorRun.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.seenBy], foreignColumns: [member.workspaceId, member.id] }),
    uniqueIndex('finding_open')
      .on(t.workspaceId, t.check, t.subject)
      .where(sql`status = 'open'`),
    index('finding_run').on(t.workspaceId, t.toldInRun),
  ],
);

export type AuditorRunRow = typeof auditorRun.$inferSelect;
export type FindingRow = typeof finding.$inferSelect;
