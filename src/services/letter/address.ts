import { and, asc, inArray, isNotNull, isNull } from 'drizzle-orm';
import { contact } from '../../../db/schema/index.ts';
import type { Scope } from '../scope.ts';

export interface Address {
  readonly customerId: number;
  readonly name: string;
  readonly email: string | null;
  readonly language: string;
}

/** Where letters to these customers go: accounts payable first, else whoever has an address that works. */
export async function addressesOf(
  scope: Scope,
  customerIds: readonly number[],
): Promise<ReadonlyMap<number, Address>> {
  const rows = await scope.tx
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
  const chosen = new Map<number, (typeof rows)[number]>();
  for (const row of rows) {
    const before = chosen.get(row.customerId);
    if (before === undefined || (before.role !== 'accounts payable' && row.role === 'accounts payable'))
      chosen.set(row.customerId, row);
  }
  return chosen;
}
