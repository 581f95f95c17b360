import { foreignKey, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { bytea, id, instant, ref, workspaceId } from './columns.ts';
import { customer } from './customer.ts';
import { invoice } from './ledger.ts';
import { letter } from './letter.ts';
import { member } from './member.ts';

/** A paper that belongs to a customer's file: the copy of an invoice, or what proves that a letter was delivered. */
export const document = pgTable(
  'document',
  {
    workspaceId: workspaceId(),
    id: id(),
    customerId: ref('customer_id').notNull(),
    kind: text('kind', { enum: ['invoice copy', 'proof of delivery'] }).notNull(),
    /** Of a copy: the invoice. */
    invoiceId: ref('invoice_id'),
    /** Of a proof: the letter that was delivered. */
    letterId: ref('letter_id'),
    fileName: text('file_name').notNull(),
    bytes: bytea('bytes').notNull(),
    size: integer('size').notNull(),
    /** SHA-256 of the bytes, in hexadecimal. */
    hash: text('hash').notNull(),
    addedBy: ref('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('document_invoice').on(t.workspaceId, t.invoiceId, t.hash),
    foreignKey({
      columns: [t.workspaceId, t.customerId],
      foreignColumns: [customer.workspaceId, customer.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.invoiceId], foreignColumns: [invoice.workspaceId, invoice.id] }),
    foreignKey({ columns: [t.workspaceId, t.letterId], foreignColumns: [letter.workspaceId, letter.id] }),
    foreignKey({ columns: [t.workspaceId, t.addedBy], foreignColumns: [member.workspaceId, member.id] }),
    index('document_customer').on(t.workspaceId, t.customerId),
  ],
);

export type DocumentRow = typeof document.$inferSelect;
