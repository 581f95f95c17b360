import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

export interface StartedCases {
  readonly ownerId: number | undefined;
  readonly cases: number;
}

/** How many cases were contacted for the first time at this moment or later, or are about to be, by the customers' owner. */
export async function casesStartedSince(tx: Transaction, since: Date): Promise<readonly StartedCases[]> {
  const rows = await tx.execute<{ owner_id: bigint | null; cases: bigint }>(sql`
    select cu.owner_id, count(*) as cases
    from "case" c
    join customer cu on cu.workspace_id = c.workspace_id and cu.id = c.customer_id
    where c.workspace_id = current_workspace()
      and coalesce((select min(o.at) from occurrence o where o.workspace_id = c.workspace_id and o.case_id = c.id),
        (select a.announced_at from announcement a where a.workspace_id = c.workspace_id and a.case_id = c.id and a.status = 'waiting'))
        >= ${since.toISOString()}::timestamptz
    group by cu.owner_id`);
  return rows.map((row) => ({
    ownerId: row.owner_id === null ? undefined : Number(row.owner_id),
    cases: Number(row.cases),
  }));
}
