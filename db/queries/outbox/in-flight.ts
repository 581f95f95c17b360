import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

/** Whether somebody is sending a message at this moment, or could send one now. */
export async function outboxInFlight(tx: Transaction, machineNow: Date): Promise<boolean> {
  const now = machineNow.toISOString();
  const [row] = await tx.execute<{ busy: boolean }>(sql`
    select exists (
      select from outbox o left join outbox p on p.workspace_id = o.workspace_id and p.id = o.parent_id
      where o.workspace_id = current_workspace() and (o.parent_id is null or p.status = 'sent')
        and ((o.status = 'claimed' and o.claimed_until > ${now}::timestamptz)
          or (o.status in ('waiting', 'unknown') and o.not_before <= ${now}::timestamptz))) as busy`);
  return row?.busy ?? false;
}
