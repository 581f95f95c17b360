import { sql } from 'drizzle-orm';
import { bigint, boolean, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import type { LateTerms } from '../../src/core/interest/terms.ts';
import { day, instant, minor } from './columns.ts';

/** Who the letters come from and how to pay; empty parts are left out of a letter. */
export interface Creditor {
  readonly name?: string;
  readonly address?: string;
  readonly replyTo?: string;
  /** Whatever else there is to say about how to pay. */
  readonly bankDetails?: string;
  /** Electronic form, without spaces. */
  readonly iban?: string;
  readonly bic?: string;
  readonly bankName?: string;
  /** Absent: the creditor's own name. */
  readonly accountHolder?: string;
  readonly taxId?: string;
  /** Where and under which number the company is registered. */
  readonly registration?: string;
}

/** One Slack team or Discord guild: a tenant, its settings and its business clock. */
export const workspace = pgTable(
  'workspace',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    platform: text('platform', { enum: ['slack', 'discord'] }).notNull(),
    teamId: text('team_id').notNull(),
    name: text('name').notNull(),
    country: text('country').notNull(),
    region: text('region'),
    zone: text('zone').notNull(),
    dateOrder: text('date_order', { enum: ['DMY', 'MDY'] }).notNull(),
    teamChannel: text('team_channel'),
    digestAt: text('digest_at').notNull().default('08:30'),
    digestOn: boolean('digest_on').notNull().default(true),
    /** Whether the digest says who missed a deadline; else it only counts, as works councils expect. */
    namesMisses: boolean('names_misses').notNull().default(false),
    /** Shadow mode: what would go to customers is shown and withheld. */
    shadow: boolean('shadow').notNull().default(true),
    /** Minutes for which a letter stands announced before it goes, so that somebody can hold it back; 0: it just goes. */
    noticeMinutes: integer('notice_minutes').notNull().default(120),
    /** Whether a customer is thanked when the last of an overdue case is paid. */
    thanks: boolean('thanks').notNull().default(false),
    dailyCallCap: integer('daily_call_cap').notNull().default(15),
    takeoverCap: integer('takeover_cap').notNull().default(20),
    dailyCardCap: integer('daily_card_cap').notNull().default(5),
    /** Minor units; an invoice pressed for less earns no step. */
    floor: minor('floor')
      .notNull()
      .default(sql`2500`),
    /** Minor units; a hold because of as much or more is released by two people. */
    twoPersonsFrom: minor('two_persons_from')
      .notNull()
      .default(sql`1000000`),
    creditor: jsonb('creditor').$type<Creditor>().notNull().default({}),
    /** Business clock = machine clock + this; it lives here so that every process reads the same time. */
    clockOffsetMs: bigint('clock_offset_ms', { mode: 'number' }).notNull().default(0),
    /** The last day that ledger data covers. */
    ledgerCovers: day('ledger_covers'),
    staleToldOn: day('stale_told_on'),
    /** What late payment costs where a customer's own terms do not say. */
    lateTerms: jsonb('late_terms').$type<LateTerms>().notNull().default({}),
    /** The half-year for which admins were told that reference rates are missing. */
    ratesToldFor: day('rates_told_for'),
    /** Name of the ladder of whoever has no other. */
    ladder: text('ladder').notNull().default('standard'),
    /** The platform's address of a thread, with `{channel}`, `{message}` and `{digits}` in their places. */
    messageLink: text('message_link'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [unique('workspace_team').on(t.platform, t.teamId)],
);

export type WorkspaceRow = typeof workspace.$inferSelect;
