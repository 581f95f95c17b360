import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

export interface Tally {
  /** Calls, call backs and other duties in their hands. */
  readonly open: number;
  readonly missed: number;
  readonly customers: number;
}

interface Row extends Record<string, unknown> {
  readonly id: bigint;
  readonly open: number;
  readonly missed: number;
  readonly customers: number;
}

/** What every member has in hand, has missed since a day of the workspace, and owns. */
export async function tallies(tx: Transaction, missedSince: string): Promise<ReadonlyMap<number, Tally>> {
  const rows = await tx.execute<Row>(sql`
    select m.id,
      (select count(*) from task t where t.workspace_id = m.workspace_id and t.holder_id = m.id and t.status = 'open')::int as open,
      (select count(*) from miss s where s.workspace_id = m.workspace_id and s.member_id = m.id and s.on_day >= ${missedSince}::date)::int as missed,
      (select count(*) from customer c where c.workspace_id = m.workspace_id and c.owner_id = m.id)::int as customers
    from member m where m.workspace_id = current_workspace()`);
  return new Map(rows.map(({ id, open, missed, customers }) => [Number(id), { open, missed, customers }]));
}
