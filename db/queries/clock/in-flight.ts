import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

/**
 * Whether anything of this moment is not over: a case that is due (a worker may hold it), a message or a card that
 * is being sent, a message that could be sent now. What waits behind a message that was put off is not of this moment.
 * @param now of the business clock
 */
export async function workInFlight(tx: Transaction, now: Date, machineNow: Date): Promise<boolean> {
  const machine = machineNow.toISOString();
  const [row] = await tx.execute<{ busy: boolean }>(sql`
    with heads as (
      select distinct on (stream) status, not_before, claimed_until, parent_id from outbox
      where workspace_id = current_workspace() and status in ('waiting', 'claimed', 'unknown')
        and (hold_until is null or hold_until <= ${now.toISOString()}::timestamptz)
      order by stream, sequence)
    select exists (select from "case" c where c.workspace_id = current_workspace() and c.wake_at <= ${now.toISOString()}::timestamptz)
      or exists (
        select from heads h left join outbox p on p.workspace_id = current_workspace() and p.id = h.parent_id
        where (h.parent_id is null or p.status = 'sent')
          and (h.claimed_until > ${machine}::timestamptz or (h.status <> 'claimed' and h.not_before <= ${machine}::timestamptz)))
      or exists (
        select from card k join outbox o on o.workspace_id = k.workspace_id and o.id = k.outbox_id
        where k.workspace_id = current_workspace() and k.wanted > k.shown and not k.parked
          and o.status = 'sent' and o.claimed_until > ${machine}::timestamptz)
      or exists (
        select from home h where h.workspace_id = current_workspace() and h.wanted > h.shown and not h.parked
          and h.claimed_until > ${machine}::timestamptz) as busy`);
  return row?.busy ?? false;
}
