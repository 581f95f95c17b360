import { findLadders, keepLadder } from '../../../db/queries/case/ladders.ts';
import type { Ladder } from '../../core/dunning/ladder.ts';
import { standardLadder } from '../../ladders/presets.ts';
import { storedLadder } from '../../core/dunning/stored-ladder.ts';
import type { Scope } from '../scope.ts';

/** Finds the ladders of running cases by their id, each in the version it was written in. */
export async function ladders(scope: Scope, ids: readonly number[]): Promise<(id: number) => Ladder> {
  const rows = await findLadders(scope.tx, [...new Set(ids)]);
  const byId = new Map(rows.map((row) => [row.id, storedLadder(row.definition)]));
  return (id) => {
    const found = byId.get(id);
    if (found === undefined) throw new Error(`ladder ${id} is gone`);
    return found;
  };
}

/** The row of the ladder that new cases start with; written down at its first use. */
export async function defaultLadderId(scope: Scope): Promise<number> {
  const { name, version } = standardLadder;
  return keepLadder(scope.tx, { name, version, definition: { ...standardLadder } });
}
