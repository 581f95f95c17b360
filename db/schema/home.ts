import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, ref, workspaceId } from './columns.ts';
import { member } from './member.ts';

/**
 * The Home of everybody who opened theirs once: a desired state like a card's. `wanted` rises when something on it may
 * have changed; what it shows is rendered when it is published. Times here are the machine clock's.
 */
export const home = pgTable(
  'home',
  {
    workspaceId: workspaceId(),
    memberId: ref('member_id').notNull(),
    wanted: integer('wanted').notNull().default(1),
    shown: integer('shown').notNull().default(0),
    parked: boolean('parked').notNull().default(false),
    notBefore: instant('not_before').notNull(),
    claimedUntil: instant('claimed_until'),
    /** Of what was published last: the same is not published again. */
    fingerprint: text('fingerprint'),
    /** The platform's own mark of what was published last, so that an older view never replaces a newer one. */
    platformHash: text('platform_hash'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.memberId] }),
    foreignKey({ columns: [t.workspaceId, t.memberId], foreignColumns: [member.workspaceId, member.id] }),
    index('home_stale')
      .on(t.workspaceId)
      .where(sql`wanted > shown and not parked`),
  ],
);

export type HomeRow = typeof home.$inferSelect;
