import { and, eq, ne, sql } from 'drizzle-orm';
import { miss } from '../../../db/schema/index.ts';
import type { Scope } from '../scope.ts';

/** How many tasks each person was handed today because somebody else had missed them. */
export async function takeoversToday(scope: Scope): Promise<Map<number, number>> {
  const rows = await scope.tx
    .select({ holder: miss.nextHolderId, count: sql<string>`count(*)` })
    .from(miss)
    .where(and(eq(miss.onDay, scope.today), ne(miss.memberId, miss.nextHolderId)))
    .groupBy(miss.nextHolderId);
  return new Map(rows.map((row) => [row.holder, Number(row.count)]));
}
