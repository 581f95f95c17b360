import { sql } from 'drizzle-orm';
import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
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
    proposedBy: ref('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    /** What was overdue of its case, and not disputed, when it was proposed; minor units. */
    owed: minor('owed').notNull(),
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
