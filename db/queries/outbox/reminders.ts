import { groupBy } from '../../../src/core/group-by.ts';
import { and, gte, inArray, notInArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { outbox, type OutboxRow } from '../../schema/index.ts';

/** When people were reminded of all that was left of their day, since an instant, by stream. */
export async function remindersOfWholeDays(
  tx: Transaction,
  streams: readonly string[],
  since: Date,
): Promise<ReadonlyMap<string, readonly Date[]>> {
  const rows = await tx
    .select({ stream: outbox.stream, at: outbox.createdAt })
    .from(outbox)
    .where(
      and(
        inArray(outbox.stream, [...streams]),
        gte(outbox.createdAt, since),
        sql`${outbox.notice}->>'kind' = 'nudge' and ${outbox.notice}->>'wholeDay' = 'true'`,
      ),
    );
  return new Map(
    [...groupBy(rows, ({ stream }) => stream)].map(([stream, of]) => [stream, of.map(({ at }) => at)]),
  );
}

/** What was written in nudges to these streams since an instant, unless it was never sent. */
export async function nudgesSince(
  tx: Transaction,
  streams: readonly string[],
  since: Date,
): Promise<readonly OutboxRow['notice'][]> {
  const rows = await tx
    .select({ notice: outbox.notice })
    .from(outbox)
    .where(
      and(
        inArray(outbox.stream, [...streams]),
        gte(outbox.createdAt, since),
        notInArray(outbox.status, ['dropped', 'parked']),
        sql`${outbox.notice}->>'kind' = 'nudge'`,
      ),
    );
  return rows.map(({ notice }) => notice);
}
