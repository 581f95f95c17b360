import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import type { OutboxRow } from '../../schema/index.ts';

export interface ClaimedRow extends Record<string, unknown> {
  readonly id: bigint;
  readonly stream: string;
  readonly class: OutboxRow['class'];
  readonly notice: Record<string, unknown>;
  readonly nonce: string;
  readonly attempts: number;
  /** It may have been sent already: its answer was unclear, or who claimed it before died over it. */
  readonly unclear: boolean;
  readonly parent_channel: string | null;
  readonly parent_message: string | null;
  readonly was_held: boolean;
}

/** How long a claim lasts, in seconds of machine time. */
export interface Leases {
  readonly chat: number;
  readonly mail: number;
}

/**
 * Claims the heads of streams. Only the first live message of a stream can be claimed, so order holds whatever fails;
 * a reply waits until its parent has a place on the platform, and the channel's messages until there is a channel.
 * A message that is held until its reader's morning lets those behind it pass.
 */
export async function claimOutbox(
  tx: Transaction,
  businessNow: Date,
  machineNow: Date,
  leases: Leases,
  limit: number,
): Promise<readonly ClaimedRow[]> {
  const now = machineNow.toISOString();
  return tx.execute<ClaimedRow>(sql`
    with heads as (
      select distinct on (stream) id, status, not_before, claimed_until, parent_id from outbox
      where workspace_id = current_workspace() and status in ('waiting', 'claimed', 'unknown')
        and (hold_until is null or hold_until <= ${businessNow.toISOString()}::timestamptz)
      order by stream, sequence),
    ready as (
      select o.id, o.status as was, p.channel_id as parent_channel, p.message_id as parent_message
      from heads h
      join outbox o on o.workspace_id = current_workspace() and o.id = h.id
      left join outbox p on p.workspace_id = o.workspace_id and p.id = o.parent_id
      where o.status in ('waiting', 'claimed', 'unknown') and o.not_before <= ${now}::timestamptz
        and (o.status <> 'claimed' or o.claimed_until < ${now}::timestamptz)
        and (o.parent_id is null or p.status = 'sent')
        and (o.stream <> 'channel' or exists (
          select from workspace w where w.id = current_workspace() and w.team_channel is not null))
      order by o.sequence limit ${limit} for update of o skip locked)
    update outbox o set status = 'claimed', attempts = o.attempts + 1,
      claimed_until = ${now}::timestamptz + case o.class when 'mail' then ${leases.mail}::int else ${leases.chat}::int end * interval '1 second'
    from ready r where o.workspace_id = current_workspace() and o.id = r.id
    returning o.id, o.stream, o.class, o.notice, o.nonce, o.attempts, r.was <> 'waiting' as unclear,
      r.parent_channel, r.parent_message, o.hold_until is not null as was_held`);
}

/**
 * Ends every claim at this moment. Only for who is certain that nobody else is at work: whoever held them is gone, and
 * what they were sending is looked up.
 */
export async function endClaims(tx: Transaction, machineNow: Date): Promise<void> {
  const now = machineNow.toISOString();
  await tx.execute(sql`
    update outbox set claimed_until = ${now}::timestamptz - interval '1 second'
    where workspace_id = current_workspace() and claimed_until >= ${now}::timestamptz`);
  await tx.execute(sql`update home set claimed_until = null where workspace_id = current_workspace()`);
}
