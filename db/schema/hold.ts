import { sql } from 'drizzle-orm';
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { holdKinds } from '../../src/core/hold/kind.ts';
import { cases } from './case.ts';
import { customer } from './customer.ts';
import { day, id, instant, minor, ref, workspaceId } from './columns.ts';
import { member } from './member.ts';
import { promise } from './promise.ts';

/** `suspended`: lifted against a promise, and on again if that breaks. */
export const holdStatuses = ['proposed', 'on', 'suspended', 'lifted', 'refused', 'lapsed'] as const;

/** What a customer does not get from us until they pay: the service, new orders, or credit. */
export const hold = pgTable(
  'hold',
  {
    workspaceId: workspaceId(),
    id: id(),
    customerId: ref('customer_id').notNull(),
    /** In whose thread it is spoken about. */
    caseId: ref('case_id').notNull(),
    kind: text('kind', { enum: holdKinds }).notNull(),
    reason: text('reason').notNull(),
    status: text('status', { enum: holdStatuses }).notNull().default('proposed'),
    /** Nobody: the ladder did, at the step. */
    proposedBy: ref('proposed_by'),
    step: text('step'),
    proposedAt: instant('proposed_at').notNull(),
    /** What was overdue of its case, and not disputed, when it was proposed; minor units. */
    owed: minor('owed').notNull(),
    /** The invoices of all the customer's cases that it is for: it comes off when these are paid. */
    invoices: jsonb('invoices').$type<number[]>().notNull().default([]),
    /** Of one that is on: what was to be paid when it was last said, in words. */
    toldOwed: text('told_owed'),
    onSince: instant('on_since'),
    /** The promise against which it was lifted, and the workspace's day on which that was. */
    promiseId: ref('promise_id'),
    suspendedOn: day('suspended_on'),
    liftedAt: instant('lifted_at'),
    liftedBy: ref('lifted_by'),
    /** Of one that is on: why its release was asked for. */
    liftedBecause: text('lifted_because'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.customerId],
      foreignColumns: [customer.workspaceId, customer.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.caseId], foreignColumns: [cases.workspaceId, cases.id] }),
    foreignKey({ columns: [t.workspaceId, t.proposedBy], foreignColumns: [member.workspaceId, member.id] }),
    foreignKey({ columns: [t.workspaceId, t.promiseId], foreignColumns: [promise.workspaceId, promise.id] }),
    foreignKey({ columns: [t.workspaceId, t.liftedBy], foreignColumns: [member.workspaceId, member.id] }),
    uniqueIndex('hold_live')
      .on(t.workspaceId, t.customerId, t.kind)
      .where(sql`status in ('proposed', 'on', 'suspended')`),
    index('hold_customer').on(t.workspaceId, t.customerId),
  ],
);

export type HoldRow = typeof hold.$inferSelect;

/** What is told to whoever locks by machine. `lapsed`: what was warned of, or proposed, is not to come. */
export const holdEvents = [
  'warned',
  'on',
  'suspended',
  'on again',
  'amount changed',
  'lifted',
  'refused',
  'lapsed',
  'test',
] as const;

/**
 * What is announced by webhook about a customer's holds, written in the transaction of the change. Of one customer
 * only the first that is not settled can be claimed, so order holds. Leases and back-off are the machine clock's.
 */
export const holdAnnouncement = pgTable(
  'hold_announcement',
  {
    workspaceId: workspaceId(),
    id: id(),
    /** None: a test, which is about nobody. */
    customerId: ref('customer_id'),
    sequence: integer('sequence').notNull(),
    /** None: no hold is proposed yet, it is only warned of. */
    holdId: ref('hold_id'),
    event: text('event', { enum: holdEvents }).notNull(),
    /** The same at every try, for the receiver to know it by. */
    eventId: text('event_id').notNull(),
    body: jsonb('body').$type<Record<string, unknown>>().notNull(),
    /** Of the business clock, like `settledAt`. */
    at: instant('at').notNull(),
    /** `parked`: given up, until a person has it sent again; what comes after it is sent all the same. */
    status: text('status', { enum: ['waiting', 'claimed', 'confirmed', 'parked'] })
      .notNull()
      .default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    notBefore: instant('not_before').notNull(),
    claimedUntil: instant('claimed_until'),
    /** What the receiver answered last, in a word or two. */
    answer: text('answer'),
    settledAt: instant('settled_at'),
    /** Who tests, or had it sent again. */
    askedBy: ref('asked_by'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.customerId],
      foreignColumns: [customer.workspaceId, customer.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.holdId], foreignColumns: [hold.workspaceId, hold.id] }),
    foreignKey({ columns: [t.workspaceId, t.askedBy], foreignColumns: [member.workspaceId, member.id] }),
    unique('hold_announcement_sequence').on(t.workspaceId, t.customerId, t.sequence),
    index('hold_announcement_live')
      .on(t.workspaceId, t.customerId, t.sequence)
      .where(sql`status in ('waiting', 'claimed')`),
    index('hold_announcement_hold').on(t.workspaceId, t.holdId),
  ],
);

export type HoldAnnouncementRow = typeof holdAnnouncement.$inferSelect;
