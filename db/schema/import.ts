import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytea, day, id, instant, ref, workspaceId } from './columns.ts';

export const fileKinds = ['open items', 'customers', 'credit notes', 'payments'] as const;

/** A file somebody gave us, from the moment it was dropped to the moment its sums stand in the ledger. */
export const importFile = pgTable(
  'import',
  {
    workspaceId: workspaceId(),
    id: id(),
    kind: text('kind', { enum: fileKinds }).notNull().default('open items'),
    fileName: text('file_name').notNull(),
    bytes: bytea('bytes').notNull(),
    hash: text('hash').notNull(),
    status: text('status', { enum: ['received', 'running', 'done', 'cancelled', 'failed'] }).notNull(),
    /** What was recognised and answered: columns, date order, currency. */
    answers: jsonb('answers').$type<Record<string, unknown>>().notNull().default({}),
    asOf: day('as_of'),
    givenBy: ref('given_by'),
    decidedBy: ref('decided_by'),
    progressPercent: integer('progress_percent').notNull().default(0),
    /** Sums and counts as shown, or the reason of a failure. */
    result: jsonb('result').$type<Record<string, unknown>>().notNull().default({}),
    channelId: text('channel_id'),
    createdAt: instant('created_at').notNull(),
    doneAt: instant('done_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** How the last file with the same header was read, so that the next one needs no questions. */
export const importLayout = pgTable(
  'import_layout',
  {
    workspaceId: workspaceId(),
    kind: text('kind', { enum: fileKinds }).notNull(),
    /** Hash of the names of all columns, in order. */
    header: text('header').notNull(),
    /** Columns chosen, currency, styles, country and zone. */
    answers: jsonb('answers').$type<Record<string, unknown>>().notNull(),
    memberId: ref('member_id'),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.kind, t.header] })],
);
