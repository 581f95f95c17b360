import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

/** Messages of one stream that did not get through. */
export interface StuckStream {
  readonly stream: string;
  readonly status: 'waiting' | 'parked';
  readonly messages: number;
  readonly since: Date;
  readonly trouble: string | undefined;
}

/**
 * Streams in which a message waits since before a moment, and those in which one was given up after another. Messages that are held
 * until an hour wait from then on; the channel's wait for nothing while there is no channel. Mails wait as long as `mailBefore` says.
 */
export async function stuckStreams(
  tx: Transaction,
  { before, mailBefore, parkedAfter }: Readonly<Record<'before' | 'mailBefore' | 'parkedAfter', Date>>,
): Promise<readonly StuckStream[]> {
  const rows = await tx.execute<{
    stream: string;
    status: StuckStream['status'];
    n: number;
    since_ms: number;
    trouble: string | null;
  }>(sql`
    with stuck as (
      select o.stream, case o.status when 'parked' then 'parked' else 'waiting' end as status, o.sequence, o.trouble,
        greatest(o.created_at, o.hold_until) as since
      from outbox o join workspace w on w.id = o.workspace_id
      where o.workspace_id = current_workspace() and (o.stream <> 'channel' or w.team_channel is not null)
        and case when o.status = 'parked' then o.created_at > ${parkedAfter.toISOString()}::timestamptz
          when o.status not in ('waiting', 'claimed', 'unknown') then false
          when o.class = 'mail' then greatest(o.created_at, o.hold_until) < ${mailBefore.toISOString()}::timestamptz
          else greatest(o.created_at, o.hold_until) < ${before.toISOString()}::timestamptz end)
    select stream, status, count(*)::int as n, (extract(epoch from min(since)) * 1000)::float8 as since_ms,
      (array_agg(trouble order by sequence) filter (where trouble is not null))[1] as trouble
    from stuck group by stream, status order by stream, status`);
  return rows.map((row) => ({
    stream: row.stream,
    status: row.status,
    messages: row.n,
    since: new Date(row.since_ms),
    trouble: row.trouble ?? undefined,
  }));
}

/** Cards that the platform takes no more, and that therefore show something old. */
export async function parkedCards(
  tx: Transaction,
): Promise<readonly { readonly kind: string; readonly cards: number }[]> {
  const rows = await tx.execute<{ kind: string; n: number }>(sql`
    select kind, count(*)::int as n from card
    where workspace_id = current_workspace() and parked and wanted > shown group by kind order by kind`);
  return rows.map(({ kind, n }) => ({ kind, cards: n }));
}
