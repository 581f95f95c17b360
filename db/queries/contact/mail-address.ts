import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { contact, type ContactRow } from '../../schema/index.ts';

/** Contacts of these customers to whom mail gets through, as far as we know; in the order in which they became known. */
export async function contactsWithMail(
  tx: Transaction,
  customerIds: readonly number[],
): Promise<readonly ContactRow[]> {
  return tx
    .select()
    .from(contact)
    .where(
      and(
        inArray(contact.customerId, [...customerIds]),
        isNotNull(contact.email),
        isNull(contact.emailRefusedAt),
      ),
    )
    .orderBy(asc(contact.id));
}

/** Remembers that an address of a customer refused a letter: until it is corrected there is none. */
export async function refuseMailAddress(
  tx: Transaction,
  customerId: number,
  email: string,
  at: Date,
): Promise<void> {
  await tx
    .update(contact)
    .set({ emailRefusedAt: at })
    .where(and(eq(contact.customerId, customerId), eq(contact.email, email)));
}
