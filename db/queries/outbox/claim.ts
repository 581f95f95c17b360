import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

export interface ClaimedRow extends Record<string, unknown> {
  readonly id: bigint;
  readonly stream: string;
  readonly class: 'durable' | 'best effort' | 'mail';
  readonly notice: Record<string, unknown>;
  readonly nonce: string;
  readonly attempts: number;
  /** It may have been sent already: its answer was unclear, or who claimed it before died over it. */
  readonly unclear: boolean;
  readonly parent_channel: string | null;
  readonly parent_message: string | null;
}

/**
 * Claims the heads of streams, each for `leaseSeconds` of machine time. Only the first live message of a stream can
 * be claimed, so order holds whatever fails; a reply waits until its parent has a place on the platform.
 */
export async function claimOutbox(
  tx: Transaction,
  machineNow: Date,
  leaseSeconds: number,
  limit: number,
): Promise<readonly ClaimedRow[]> {
  const now = machineNow.toISOString();
  return tx.execute<ClaimedRow>(sql`
    with heads as (
      select distinct on (stream) id, status, not_before, claimed_until, parent_id from outbox
      where workspace_id = current_workspace() and status in ('waiting', 'claimed', 'unknown')
      order by stream, sequence),
    ready as (
      select o.id, o.status as was, p.channel_id as parent_channel, p.message_id as parent_message
      from heads h
      join outbox o on o.workspace_id = current_workspace() and o.id = h.id
      left join outbox p on p.workspace_id = o.workspace_id and p.id = o.parent_id
      where o.not_before <= ${now}::timestamptz
        and (o.status <> 'claimed' or o.claimed_until < ${now}::timestamptz)
        and (o.parent_id is null or p.status = 'sent')
      order by o.sequence limit ${limit} for update of o skip locked)
    update outbox o set status = 'claimed', attempts = o.attempts + 1,
      claimed_until = ${now}::timestamptz + ${leaseSeconds} * interval '1 second'
    from ready r where o.workspace_id = current_workspace() and o.id = r.id
    returning o.id, o.stream, o.class, o.notice, o.nonce, o.attempts, r.was <> 'waiting' as unclear,
      r.parent_channel, r.parent_message`);
}
