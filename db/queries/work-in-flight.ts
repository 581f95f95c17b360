import { sql } from 'drizzle-orm';
import type { Transaction } from '../client.ts';

/**
 * Whether anything of this moment is not over: a case that is due (a worker may hold it), a message that is being
 * sent or could be sent now.
 * @param now of the business clock
 */
export async function workInFlight(tx: Transaction, now: Date, machineNow: Date): Promise<boolean> {
  const machine = machineNow.toISOString();
  const [row] = await tx.execute<{ busy: boolean }>(sql`
    select exists (select from "case" c where c.workspace_id = current_workspace() and c.wake_at <= ${now.toISOString()}::timestamptz)
      or exists (
        select from outbox o left join outbox p on p.workspace_id = o.workspace_id and p.id = o.parent_id
        where o.workspace_id = current_workspace() and (o.parent_id is null or p.status = 'sent')
          and ((o.status = 'claimed' and o.claimed_until > ${machine}::timestamptz)
            or (o.status in ('waiting', 'unknown') and o.not_before <= ${machine}::timestamptz))) as busy`);
  return row?.busy ?? false;
}
