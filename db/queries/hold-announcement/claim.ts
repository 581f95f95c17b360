import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

export interface ClaimedAnnouncement {
  readonly id: number;
  readonly eventId: string;
  readonly body: Record<string, unknown>;
  /** With this one. */
  readonly attempts: number;
}

/**
 * Takes one announcement that can be sent now: the first unsettled one of a customer, or a test. What is claimed by
 * somebody who died is taken over; the receiver knows it by its event's id.
 */
export async function claimAnnouncement(
  tx: Transaction,
  machineNow: Date,
  leaseSeconds: number,
): Promise<ClaimedAnnouncement | undefined> {
  const now = machineNow.toISOString();
  const [row] = await tx.execute<{
    id: bigint;
    event_id: string;
    body: Record<string, unknown>;
    attempts: number;
  }>(sql`
    with heads as (
      select distinct on (coalesce(customer_id, -id)) id from hold_announcement
      where workspace_id = current_workspace() and status in ('waiting', 'claimed')
      order by coalesce(customer_id, -id), sequence),
    ready as (
      select a.id from heads h
      join hold_announcement a on a.workspace_id = current_workspace() and a.id = h.id
      where a.not_before <= ${now}::timestamptz
        and (a.status = 'waiting' or (a.status = 'claimed' and a.claimed_until < ${now}::timestamptz))
      order by a.not_before, a.id limit 1 for update of a skip locked)
    update hold_announcement a set status = 'claimed', attempts = a.attempts + 1,
      claimed_until = ${now}::timestamptz + ${leaseSeconds} * interval '1 second'
    from ready r where a.workspace_id = current_workspace() and a.id = r.id
    returning a.id, a.event_id, a.body, a.attempts`);
  return row && { id: Number(row.id), eventId: row.event_id, body: row.body, attempts: row.attempts };
}

/** As `endClaims` of the outbox: only for who is certain that nobody else is at work. */
export async function endAnnouncementClaims(tx: Transaction, machineNow: Date): Promise<void> {
  const now = machineNow.toISOString();
  await tx.execute(sql`
    update hold_announcement set claimed_until = ${now}::timestamptz - interval '1 second'
    where workspace_id = current_workspace() and status = 'claimed' and claimed_until >= ${now}::timestamptz`);
}

/** Whether one is being sent, or could be sent now. */
export async function announcementsInFlight(tx: Transaction, machineNow: Date): Promise<boolean> {
  const now = machineNow.toISOString();
  const [row] = await tx.execute<{ busy: boolean }>(sql`
    with heads as (
      select distinct on (coalesce(customer_id, -id)) status, not_before, claimed_until from hold_announcement
      where workspace_id = current_workspace() and status in ('waiting', 'claimed')
      order by coalesce(customer_id, -id), sequence)
    select exists (select from heads where claimed_until > ${now}::timestamptz
      or (status = 'waiting' and not_before <= ${now}::timestamptz)) as busy`);
  return row?.busy ?? false;
}
