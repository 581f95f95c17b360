import { and, asc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { contact, type ContactRow } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';

/** The contact of a customer with this name, however its letters are cased. */
export async function contactNamed(
  tx: Transaction,
  customerId: number,
  name: string,
): Promise<ContactRow | undefined> {
  const [row] = await tx
    .select()
    .from(contact)
    .where(and(eq(contact.customerId, customerId), eq(sql`lower(${contact.name})`, name.toLowerCase())))
    .orderBy(asc(contact.id))
    .limit(1);
  return row;
}

export async function insertContact(tx: Transaction, row: NewRow<typeof contact>): Promise<void> {
  await tx.insert(contact).values({ workspaceId: here, ...row });
}

export async function correctContact(
  tx: Transaction,
  id: number,
  change: Partial<NewRow<typeof contact>>,
): Promise<void> {
  await tx.update(contact).set(change).where(eq(contact.id, id));
}
