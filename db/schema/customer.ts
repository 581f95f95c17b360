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
  unique,
} from 'drizzle-orm/pg-core';
import { contactRoles } from '../../src/core/letter/audience.ts';
import { payerTypes } from '../../src/core/customer/payer-type.ts';
import type { LateTerms } from '../../src/core/interest/terms.ts';
import { id, instant, minor, ref, workspaceId } from './columns.ts';
import { member } from './member.ts';

export const customer = pgTable(
  'customer',
  {
    workspaceId: workspaceId(),
    id: id(),
    /** The number the customer has in the team's books. */
    number: text('number').notNull(),
    name: text('name').notNull(),
    /** Empty: the workspace's. */
    country: text('country'),
    region: text('region'),
    zone: text('zone'),
    ownerId: ref('owner_id'),
    /** A full stop: insolvency, a lawyer acting, do-not-contact. */
    stopped: text('stopped'),
    payerType: text('payer_type', { enum: payerTypes }),
    /** Agreed days from issue to due. */
    termsDays: integer('terms_days'),
    /** Of letters and of contacts who have none of their own; ISO 639-1. */
    language: text('language'),
    taxId: text('tax_id'),
    legalAddress: text('legal_address'),
    /** Minor units of the limit's own currency; both or neither. */
    creditLimit: minor('credit_limit'),
    creditCurrency: text('credit_currency'),
    /** Whether an invoice without their order's number is sent back. */
    needsPurchaseOrder: boolean('needs_purchase_order'),
    /** What late payment costs this customer. Empty: the workspace's terms. */
    lateTerms: jsonb('late_terms').$type<LateTerms>(),
    /** Lower-case words by which the team groups customers; ladders, conditions and exemptions ask for them. */
    tags: text('tags')
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** Name of a ladder of its own. Empty: as its segment or the workspace has it. */
    ladder: text('ladder'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('customer_number').on(t.workspaceId, t.number),
    foreignKey({ columns: [t.workspaceId, t.ownerId], foreignColumns: [member.workspaceId, member.id] }),
    index('customer_owner').on(t.workspaceId, t.ownerId),
  ],
);

/** Every spelling under which the books name a customer. */
export const customerSpelling = pgTable(
  'customer_spelling',
  {
    workspaceId: workspaceId(),
    customerId: ref('customer_id').notNull(),
    name: text('name').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.customerId, t.name] }),
    foreignKey({
      columns: [t.workspaceId, t.customerId],
      foreignColumns: [customer.workspaceId, customer.id],
    }),
  ],
);

export { contactRoles };

/** A person at the customer. */
export const contact = pgTable(
  'contact',
  {
    workspaceId: workspaceId(),
    id: id(),
    customerId: ref('customer_id').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: contactRoles }).notNull(),
    email: text('email'),
    /** When a letter to the address was refused; until it is corrected there is no address. */
    emailRefusedAt: instant('email_refused_at'),
    phone: text('phone'),
    language: text('language').notNull().default('en'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.customerId],
      foreignColumns: [customer.workspaceId, customer.id],
    }),
    index('contact_customer').on(t.workspaceId, t.customerId),
  ],
);

export type CustomerRow = typeof customer.$inferSelect;
export type ContactRow = typeof contact.$inferSelect;
