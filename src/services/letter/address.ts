import { contactsWithMail } from '../../../db/queries/contact/mail-address.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Audience, Recipient } from '../../core/letter/audience.ts';
import { type Reachable, recipientsOf } from '../../core/letter/recipients.ts';
import type { Scope } from '../scope.ts';

/** Who gets a letter to a customer that is for some roles. */
export type AddressBook = (customerId: number, audience: Audience) => readonly Recipient[];

/** Reads who can be reached at these customers, for all of them at once. */
export async function addressBook(scope: Scope, customerIds: readonly number[]): Promise<AddressBook> {
  const contacts = groupBy(await contactsWithMail(scope.tx, customerIds), ({ customerId }) => customerId);
  return (customerId, audience) =>
    recipientsOf(
      audience,
      (contacts.get(customerId) ?? []).flatMap(({ email, ...contact }): readonly Reachable[] =>
        email === null ? [] : [{ email, name: contact.name, role: contact.role, language: contact.language }],
      ),
    );
}
