import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { cases } from './case.ts';
import { day, id, instant, minor, ref, workspaceId } from './columns.ts';
import { invoice } from './ledger.ts';
import { member } from './member.ts';

export const planStatuses = [
  'proposed',
  'agreed',
  'kept',
  'broken',
  'cancelled',
  'refused',
  'lapsed',
] as const;

/** An instalment plan. The approval is consumed once: compare-and-set on `status`. */
export const plan = pgTable(
  'plan',
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: ref('case_id').notNull(),
    /** What the covered invoices were open for, and what the instalments make together. */
    total: minor('total').notNull(),
    status: text('status', { enum: planStatuses }).notNull().default('proposed'),
    proposedBy: ref('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    remindersSpent: integer('reminders_spent').notNull().default(0),
    decidedBy: ref('decided_by'),
    decidedAt: instant('decided_at'),
    /** Why it was refused, lapsed or cancelled. */
    reason: text('reason'),
    /** The customer's days between which its invoices rested. */
    agreedOn: day('agreed_on'),
    endedOn: day('ended_on'),
    /** A broken plan is called about once. */
    calledAbout: boolean('called_about').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.caseId], foreignColumns: [cases.workspaceId, cases.id] }),
    foreignKey({ columns: [t.workspaceId, t.proposedBy], foreignColumns: [member.workspaceId, member.id] }),
    foreignKey({ columns: [t.workspaceId, t.decidedBy], foreignColumns: [member.workspaceId, member.id] }),
    check('plan_positive', sql`${t.total} > 0`),
    uniqueIndex('plan_live')
      .on(t.workspaceId, t.caseId)
      .where(sql`status in ('proposed', 'agreed')`),
    index('plan_case').on(t.workspaceId, t.caseId),
  ],
);

/** The invoices that a plan covers, with what was open of each when it was proposed. */
export const planInvoice = pgTable(
  'plan_invoice',
  {
    workspaceId: workspaceId(),
    planId: ref('plan_id').notNull(),
    invoiceId: ref('invoice_id').notNull(),
    amount: minor('amount').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.planId, t.invoiceId] }),
    foreignKey({ columns: [t.workspaceId, t.planId], foreignColumns: [plan.workspaceId, plan.id] }),
    foreignKey({ columns: [t.workspaceId, t.invoiceId], foreignColumns: [invoice.workspaceId, invoice.id] }),
    index('plan_invoice_invoice').on(t.workspaceId, t.invoiceId),
  ],
);

/** A part of a plan and its day. */
export const instalment = pgTable(
  'instalment',
  {
    workspaceId: workspaceId(),
    planId: ref('plan_id').notNull(),
    /** 1 is the first. */
    number: integer('number').notNull(),
    amount: minor('amount').notNull(),
    dueOn: day('due_on').notNull(),
    status: text('status', { enum: ['open', 'kept', 'unconfirmed', 'missed'] })
      .notNull()
      .default('open'),
    /** The owner was reminded that it comes. */
    reminded: boolean('reminded').notNull().default(false),
    /** The customer's day on which it was found missing and everybody was told: the plan breaks after that. */
    noticedOn: day('noticed_on'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.planId, t.number] }),
    foreignKey({ columns: [t.workspaceId, t.planId], foreignColumns: [plan.workspaceId, plan.id] }),
    check('instalment_positive', sql`${t.amount} > 0`),
  ],
);

export type PlanRow = typeof plan.$inferSelect;
export type InstalmentRow = typeof instalment.$inferSelect;
