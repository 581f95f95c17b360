import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  customType,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { day, id, instant, minor, ref, workspaceId } from './columns.ts';
import { customer } from './customer.ts';
import { payment } from './ledger.ts';
import { member } from './member.ts';

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** A bank's file, from the moment it was dropped to the moment its lines are booked or wait with finance. */
export const bankFile = pgTable(
  'bank_file',
  {
    workspaceId: workspaceId(),
    id: id(),
    fileName: text('file_name').notNull(),
    bytes: bytea('bytes').notNull(),
    hash: text('hash').notNull(),
    status: text('status', { enum: ['received', 'booked', 'cancelled'] }).notNull(),
    /** What a person said about a file that does not say it: currency, order of dates, decimal mark. */
    answers: jsonb('answers').$type<Record<string, string>>().notNull().default({}),
    /** Sums and counts as shown, before and after booking. */
    findings: jsonb('findings').$type<Record<string, unknown>>().notNull().default({}),
    /** The days of which every booking is in the file; empty when its balances do not add up or are not there. */
    coversFrom: day('covers_from'),
    coversTo: day('covers_to'),
    givenBy: ref('given_by').notNull(),
    decidedBy: ref('decided_by'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.givenBy], foreignColumns: [member.workspaceId, member.id] }),
    foreignKey({ columns: [t.workspaceId, t.decidedBy], foreignColumns: [member.workspaceId, member.id] }),
  ],
);

/** `waiting`: with finance. `known`: a payment recorded before. `outgoing`: ours to others, for reading. */
export const bankLineStatuses = ['booked', 'waiting', 'known', 'reversed', 'outgoing', 'ignored'] as const;

/** One booking of a bank account. Its key is the bank's: the same booking in two files is one line. */
export const bankLine = pgTable(
  'bank_line',
  {
    workspaceId: workspaceId(),
    id: id(),
    fileId: ref('file_id').notNull(),
    key: text('key').notNull(),
    direction: text('direction', { enum: ['in', 'out'] }).notNull(),
    /** The bank says that this takes an earlier booking back. */
    reversal: boolean('reversal').notNull(),
    amount: minor('amount').notNull(),
    currency: text('currency').notNull(),
    bookedOn: day('booked_on').notNull(),
    /** The other side, as the bank names it. */
    name: text('name'),
    iban: text('iban'),
    endToEndId: text('end_to_end_id'),
    remittance: text('remittance').notNull(),
    status: text('status', { enum: bankLineStatuses }).notNull(),
    /** Why it is where it is, in words; of a waiting line what is proposed, the likeliest first. */
    reason: text('reason').notNull(),
    proposals: jsonb('proposals').$type<Record<string, unknown>[]>().notNull().default([]),
    customerId: ref('customer_id'),
    paymentId: ref('payment_id'),
    decidedBy: ref('decided_by'),
    decidedAt: instant('decided_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('bank_line_key').on(t.workspaceId, t.key),
    foreignKey({ columns: [t.workspaceId, t.fileId], foreignColumns: [bankFile.workspaceId, bankFile.id] }),
    foreignKey({
      columns: [t.workspaceId, t.customerId],
      foreignColumns: [customer.workspaceId, customer.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.paymentId], foreignColumns: [payment.workspaceId, payment.id] }),
    foreignKey({ columns: [t.workspaceId, t.decidedBy], foreignColumns: [member.workspaceId, member.id] }),
    check('bank_line_positive', sql`${t.amount} > 0`),
    index('bank_line_waiting')
      .on(t.workspaceId, t.bookedOn)
      .where(sql`status = 'waiting'`),
    index('bank_line_payment').on(t.workspaceId, t.paymentId),
  ],
);

/** Accounts from which a customer paid before. */
export const customerIban = pgTable(
  'customer_iban',
  {
    workspaceId: workspaceId(),
    iban: text('iban').notNull(),
    customerId: ref('customer_id').notNull(),
    learnedAt: instant('learned_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.iban, t.customerId] }),
    foreignKey({
      columns: [t.workspaceId, t.customerId],
      foreignColumns: [customer.workspaceId, customer.id],
    }),
  ],
);

export type BankFileRow = typeof bankFile.$inferSelect;
export type BankLineRow = typeof bankLine.$inferSelect;
