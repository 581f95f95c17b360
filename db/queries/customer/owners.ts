import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

export interface OwnerChange {
  readonly customerId: number;
  readonly from: number | undefined;
  readonly to: number;
}

/**
 * Gives customers other owners, each only if it still has the one it is taken from: of two people who assign the same
 * customer at once, one does. Returns the ids of those that changed hands.
 */
export async function changeOwners(
  tx: Transaction,
  changes: readonly OwnerChange[],
): Promise<ReadonlySet<number>> {
  if (changes.length === 0) return new Set();
  const rows = changes.map(({ customerId, from, to }) => ({ id: customerId, was: from ?? null, owner: to }));
  const changed = await tx.execute<{ id: bigint }>(sql`
    update customer c set owner_id = r.owner
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id bigint, was bigint, owner bigint)
    where c.workspace_id = current_workspace() and c.id = r.id and c.owner_id is not distinct from r.was
    returning c.id`);
  return new Set(changed.map((row) => Number(row.id)));
}
