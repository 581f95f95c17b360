import { findLadders } from '../../../db/queries/ladder/versions.ts';
import type { LadderRow } from '../../../db/schema/index.ts';
import type { Ladder } from '../../core/dunning/ladder.ts';
import { storedLadder } from '../../core/dunning/stored-ladder.ts';
import type { Scope } from '../scope.ts';

/** A ladder as it was written down; its name and number are those of its row. */
export function ladderOfRow({ name, version, definition }: LadderRow): Ladder {
  return { ...storedLadder(definition), name, version };
}

/** Finds the ladders of running cases by their id, each in the version it was written in. */
export async function ladders(scope: Scope, ids: readonly number[]): Promise<(id: number) => Ladder> {
  const rows = await findLadders(scope.tx, [...new Set(ids)]);
  const byId = new Map(rows.map((row) => [row.id, ladderOfRow(row)]));
  return (id) => {
    const found = byId.get(id);
    if (found === undefined) throw new Error(`ladder ${id} is gone`);
    return found;
  };
}
