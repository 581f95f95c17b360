import { groupBy } from '../../../src/core/group-by.ts';
import { and, gte, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { outbox } from '../../schema/index.ts';

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
