import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { ladder, type LadderRow } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';
import { only } from '../only.ts';

export async function findLadders(tx: Transaction, ids: readonly number[]): Promise<readonly LadderRow[]> {
  return tx
    .select()
    .from(ladder)
    .where(inArray(ladder.id, [...ids]));
}

/** The id of a ladder's version; written down when it is used for the first time, and never changed after. */
export async function keepLadder(tx: Transaction, version: NewRow<typeof ladder>): Promise<number> {
  await tx
    .insert(ladder)
    .values({ ...version, workspaceId: here })
    .onConflictDoNothing();
  const rows = await tx
    .select({ id: ladder.id })
    .from(ladder)
    .where(and(eq(ladder.name, version.name), eq(ladder.version, version.version)));
  return only(rows).id;
}
