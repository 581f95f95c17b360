import { asc, desc, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { ladder, type LadderRow } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';

export async function findLadders(tx: Transaction, ids: readonly number[]): Promise<readonly LadderRow[]> {
  return tx
    .select()
    .from(ladder)
    .where(inArray(ladder.id, [...ids]));
}

/** The newest version of every ladder, by name. */
export async function newestLadders(tx: Transaction): Promise<readonly LadderRow[]> {
  return tx.selectDistinctOn([ladder.name]).from(ladder).orderBy(asc(ladder.name), desc(ladder.version));
}

/** Every version of every ladder, by name, the newest first. */
export async function allLadders(tx: Transaction): Promise<readonly LadderRow[]> {
  return tx.select().from(ladder).orderBy(asc(ladder.name), desc(ladder.version));
}

/**
 * Writes a version down. Returns its row, or undefined when somebody wrote one of that name and number before.
 */
export async function insertLadder(
  tx: Transaction,
  version: NewRow<typeof ladder>,
): Promise<LadderRow | undefined> {
  const [row] = await tx
    .insert(ladder)
    .values({ ...version, workspaceId: here })
    .onConflictDoNothing()
    .returning();
  return row;
}
