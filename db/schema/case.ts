import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { day, id, instant, ref, workspaceId } from './columns.ts';
import { customer } from './customer.ts';
import { invoice } from './ledger.ts';
import { member } from './member.ts';

/** A version of a dunning policy; never changed once written, so that a running case keeps what it started with. */
export const ladder = pgTable(
  'ladder',
  {
    workspaceId: workspaceId(),
    id: id(),
    name: text('name').notNull(),
    version: integer('version').notNull(),
    definition: jsonb('definition').$type<Record<string, unknown>>().notNull(),
    /** Empty: it came with Dunwell. */
    savedBy: ref('saved_by'),
    savedAt: instant('saved_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('ladder_version').on(t.workspaceId, t.name, t.version),
    foreignKey({ columns: [t.workspaceId, t.savedBy], foreignColumns: [member.workspaceId, member.id] }),
  ],
);

export const segmentFields = ['payer type', 'country', 'tag'] as const;

/** Customers of a kind who have a ladder of their own; of several that fit, the first in order. */
export const ladderRule = pgTable(
  'ladder_rule',
  {
    workspaceId: workspaceId(),
    id: id(),
    /** Ascending; the first that fits counts. */
    place: integer('place').notNull(),
    field: text('field', { enum: segmentFields }).notNull(),
    value: text('value').notNull(),
    /** A ladder's name. */
    ladder: text('ladder').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('ladder_rule_segment').on(t.workspaceId, t.field, t.value),
  ],
);

/** One customer, one currency, one ladder version. Invoices with a ladder of their own stand in a case beside it. */
export const cases = pgTable(
  'case',
  {
    workspaceId: workspaceId(),
    id: id(),
    customerId: ref('customer_id').notNull(),
    currency: text('currency').notNull(),
    /** The `own_ladder` of its invoices; empty for the case of all that have none. */
    ownLadder: text('own_ladder').notNull().default(''),
    ladderId: ref('ladder_id').notNull(),
    /** Never later than the true next moment; empty when only a change of facts can matter. */
    wakeAt: instant('wake_at'),
    /** What the last decision said, for cards and lists; never read by a decision. */
    position: integer('position').notNull().default(-1),
    resting: text('resting'),
    nextStep: text('next_step'),
    nextAt: instant('next_at'),
    /** Raised by hand to this step until it was done. */
    raisedTo: text('raised_to'),
    /** Until this day its letters wait, because somebody held them back. */
    lettersHeldUntil: day('letters_held_until'),
    lettersHeldBecause: text('letters_held_because'),
    lettersHeldBy: ref('letters_held_by'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('case_customer').on(t.workspaceId, t.customerId, t.currency, t.ownLadder),
    foreignKey({
      columns: [t.workspaceId, t.customerId],
      foreignColumns: [customer.workspaceId, customer.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.ladderId], foreignColumns: [ladder.workspaceId, ladder.id] }),
    index('case_wake').on(t.workspaceId, t.wakeAt),
  ],
);

/** One time a step was done for a case. Unique by (case, step, round): nothing can do it twice. */
export const occurrence = pgTable(
  'occurrence',
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: ref('case_id').notNull(),
    step: text('step').notNull(),
    round: integer('round').notNull(),
    /** The customer's day. */
    onDay: day('on_day').notNull(),
    at: instant('at').notNull(),
    how: text('how', {
      enum: ['done', 'under way', 'delivered', 'withheld', 'impossible', 'failed'],
    }).notNull(),
    /** Why: `ladder`, `broken promise`, `raised`; `joined` when an open call took more invoices in, which is no contact of its own. */
    reason: text('reason', { enum: ['ladder', 'broken promise', 'raised', 'joined'] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('occurrence_round').on(t.workspaceId, t.caseId, t.step, t.round),
    foreignKey({ columns: [t.workspaceId, t.caseId], foreignColumns: [cases.workspaceId, cases.id] }),
  ],
);

/** Which invoices an occurrence named, and the step each of them received by it: its own, which may be below the contact's. */
export const occurrenceInvoice = pgTable(
  'occurrence_invoice',
  {
    workspaceId: workspaceId(),
    occurrenceId: ref('occurrence_id').notNull(),
    invoiceId: ref('invoice_id').notNull(),
    /** Empty: only named along. */
    step: text('step'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.occurrenceId, t.invoiceId] }),
    foreignKey({
      columns: [t.workspaceId, t.occurrenceId],
      foreignColumns: [occurrence.workspaceId, occurrence.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.invoiceId], foreignColumns: [invoice.workspaceId, invoice.id] }),
    index('occurrence_invoice_invoice').on(t.workspaceId, t.invoiceId),
  ],
);

export type LadderRow = typeof ladder.$inferSelect;
export type LadderRuleRow = typeof ladderRule.$inferSelect;
export type CaseRow = typeof cases.$inferSelect;
export type OccurrenceRow = typeof occurrence.$inferSelect;
