import { and, desc, eq, inArray } from 'drizzle-orm';
import { ladder } from '../../../db/schema/index.ts';
import type { Ladder } from '../../core/dunning/ladder.ts';
import { ladderSchema } from '../../core/dunning/ladder.ts';
import { standardLadder } from '../../core/dunning/standard.ts';
import type { Scope } from '../scope.ts';

/** The ladders of running cases, each in the version it was written in. */
export async function ladders(scope: Scope, ids: readonly number[]): Promise<ReadonlyMap<number, Ladder>> {
  const rows = await scope.tx
    .select()
    .from(ladder)
    .where(inArray(ladder.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, ladderSchema.parse(row.definition)]));
}

/** The row of the ladder that new cases start with; written down at its first use. */
export async function defaultLadderId(scope: Scope): Promise<number> {
  const { name, version } = standardLadder;
  await scope.tx
    .insert(ladder)
    .values({ workspaceId: scope.workspace.id, name, version, definition: { ...standardLadder } })
    .onConflictDoNothing();
  const [row] = await scope.tx
    .select({ id: ladder.id })
    .from(ladder)
    .where(and(eq(ladder.name, name), eq(ladder.version, version)))
    .orderBy(desc(ladder.id));
  return row!.id;
}
