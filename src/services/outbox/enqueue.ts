import { sql } from 'drizzle-orm';
import { outbox } from '../../../db/schema/index.ts';
import type { Notice } from '../notice.ts';
import type { Scope } from '../scope.ts';

export interface Envelope {
  /** Messages of one stream arrive in the order in which they were written. */
  readonly stream: string;
  readonly class: 'durable' | 'best effort' | 'mail';
  readonly notice: Notice;
  /** The outbox row in whose thread this is said. */
  readonly parentId?: number;
}

/** Streams: where a message goes is part of what keeps it in order. */
export const channelStream = 'channel';
export const threadStream = (caseId: number): string => `case:${caseId}`;
export const directStream = (memberId: number): string => `member:${memberId}`;
export const mailStream = (caseId: number): string => `mail:${caseId}`;

/**
 * Writes messages to the outbox, in the transaction that caused them. Returns the row ids in order. The sequence is
 * taken under a lock per workspace, so that a stream has no gap a reader could overtake.
 */
export async function enqueue(scope: Scope, envelopes: readonly Envelope[]): Promise<readonly number[]> {
  if (envelopes.length === 0) return [];
  await scope.tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('outbox', ${scope.workspace.id}))`,
  );
  const [top] = await scope.tx.execute<{ top: bigint }>(
    sql`select coalesce(max(sequence), 0) as top from outbox`,
  );
  const from = Number(top?.top ?? 0n);
  const rows = await scope.tx
    .insert(outbox)
    .values(
      envelopes.map((envelope, n) => ({
        workspaceId: scope.workspace.id,
        stream: envelope.stream,
        sequence: from + n + 1,
        class: envelope.class,
        notice: { ...envelope.notice },
        parentId: envelope.parentId ?? null,
        nonce: scope.office.token(),
        notBefore: scope.office.machineNow(),
        createdAt: scope.now,
      })),
    )
    .returning({ id: outbox.id });
  scope.wake('deliver');
  return rows.map((row) => row.id);
}
