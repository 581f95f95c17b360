import { contactsWithMail } from '../../../db/queries/contact/mail-address.ts';
import type { Scope } from '../scope.ts';

export interface Address {
  readonly customerId: number;
  readonly name: string;
  readonly email: string | null;
  readonly language: string;
}

const accountsPayable = 'accounts payable';

/** Where letters to these customers go: accounts payable first, else whoever has an address that works. */
export async function addressesOf(
  scope: Scope,
  customerIds: readonly number[],
): Promise<ReadonlyMap<number, Address>> {
  const chosen = new Map<number, Address & { readonly role: string }>();
  for (const contact of await contactsWithMail(scope.tx, customerIds)) {
    const before = chosen.get(contact.customerId);
    if (before === undefined || (before.role !== accountsPayable && contact.role === accountsPayable))
      chosen.set(contact.customerId, contact);
  }
  return chosen;
}
