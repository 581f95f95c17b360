import { and, asc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../client.ts';
import { contact } from '../schema/index.ts';

export type ContactColumns = typeof contact.$inferInsert;

/** The contact of a customer with this name, however its letters are cased. */
export async function contactNamed(
  tx: Transaction,
  customerId: number,
  name: string,
): Promise<typeof contact.$inferSelect | undefined> {
  const [row] = await tx
    .select()
    .from(contact)
    .where(and(eq(contact.customerId, customerId), eq(sql`lower(${contact.name})`, name.toLowerCase())))
    .orderBy(asc(contact.id))
    .limit(1);
  return row;
}

export async function insertContact(tx: Transaction, row: ContactColumns): Promise<void> {
  await tx.insert(contact).values(row);
}

export async function correctContact(
  tx: Transaction,
  id: number,
  change: Partial<ContactColumns>,
): Promise<void> {
  await tx.update(contact).set(change).where(eq(contact.id, id));
}
