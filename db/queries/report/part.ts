import { sql, type SQL } from 'drizzle-orm';
import { anyOf } from '../any-of.ts';

/** Which part of the ledger a report is about; all of it, if nothing is said. */
export interface LedgerPart {
  readonly customerIds?: readonly number[];
  readonly ownerId?: number;
  readonly withoutOwner?: boolean;
  readonly currency?: string;
}

/** The condition for it on invoices called `i`, beginning with `and`. */
export function invoicesOf({ customerIds, ownerId, withoutOwner, currency }: LedgerPart): SQL {
  const owned = (condition: SQL): SQL => sql`and exists (select from customer o
    where o.workspace_id = i.workspace_id and o.id = i.customer_id and ${condition})`;
  return sql.join(
    [
      customerIds === undefined ? sql`` : sql`and i.customer_id = ${anyOf(customerIds)}`,
      ownerId === undefined ? sql`` : owned(sql`o.owner_id = ${ownerId}`),
      withoutOwner === true ? owned(sql`o.owner_id is null`) : sql``,
      currency === undefined ? sql`` : sql`and i.currency = ${currency}`,
    ],
    sql` `,
  );
}
