import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { id, instant, ref, workspaceId } from './columns.ts';

/**
 * Messages that a transaction caused. Within a stream only the head can be claimed, so order holds; an unclear
 * answer blocks its stream until it is looked up. Times that rule leases and back-off are the machine clock's.
 */
export const outbox = pgTable(
  'outbox',
  {
    workspaceId: workspaceId(),
    id: id(),
    stream: text('stream').notNull(),
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
    class: text('class', { enum: ['durable', 'best effort', 'mail'] }).notNull(),
    notice: jsonb('notice').$type<Record<string, unknown>>().notNull(),
    /** A reply goes into the thread of this row's message. */
    parentId: ref('parent_id'),
    status: text('status', { enum: ['waiting', 'claimed', 'unknown', 'sent', 'dropped', 'parked'] })
      .notNull()
      .default('waiting'),
    nonce: text('nonce').notNull(),
    attempts: integer('attempts').notNull().default(0),
    notBefore: instant('not_before').notNull(),
    /** A moment of the business clock, until which it lets those behind it pass: people sleep, and have weekends. */
    holdUntil: instant('hold_until'),
    claimedUntil: instant('claimed_until'),
    channelId: text('channel_id'),
    messageId: text('message_id'),
    trouble: text('trouble'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('outbox_sequence').on(t.workspaceId, t.stream, t.sequence),
    foreignKey({ columns: [t.workspaceId, t.parentId], foreignColumns: [t.workspaceId, t.id] }),
    index('outbox_live')
      .on(t.workspaceId, t.stream, t.sequence)
      .where(sql`status in ('waiting', 'claimed', 'unknown')`),
    index('outbox_message')
      .on(t.workspaceId, t.channelId, t.messageId)
      .where(sql`message_id is not null`),
  ],
);

/** A message kept current in place. `wanted` rises with every change; the newest state is rendered when it is sent. */
export const card = pgTable(
  'card',
  {
    workspaceId: workspaceId(),
    id: id(),
    kind: text('kind', {
      enum: [
        'case',
        'approval',
        'approvals',
        'taken over',
        'import',
        'morning list',
        'digest',
        'dispute',
        'plan',
        'bank file',
        'bank line',
        'pause',
        'hold',
        'findings',
        'write-off',
        'announcement',
        'letters going',
      ],
    }).notNull(),
    subject: text('subject').notNull(),
    /** The row that posts it; its message is what is updated. */
    outboxId: ref('outbox_id').notNull(),
    wanted: integer('wanted').notNull().default(1),
    shown: integer('shown').notNull().default(0),
    parked: boolean('parked').notNull().default(false),
    notBefore: instant('not_before').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('card_subject').on(t.workspaceId, t.kind, t.subject),
    foreignKey({ columns: [t.workspaceId, t.outboxId], foreignColumns: [outbox.workspaceId, outbox.id] }),
    index('card_stale')
      .on(t.workspaceId)
      .where(sql`wanted > shown and not parked`),
  ],
);

/** What an opaque button id stands for. */
export const button = pgTable(
  'button',
  {
    workspaceId: workspaceId(),
    token: text('token').notNull(),
    action: jsonb('action')
      .$type<{ command: string; action: string; args: Record<string, string | number | boolean | null> }>()
      .notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.token] })],
);

/** Requests of the platform already handled; kept ten minutes of machine time. */
export const seenRequest = pgTable(
  'seen_request',
  {
    workspaceId: workspaceId(),
    key: text('key').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] })],
);

export type OutboxRow = typeof outbox.$inferSelect;
export type CardRow = typeof card.$inferSelect;
