import { insertLadder, newestLadders } from '../../../db/queries/ladder/versions.ts';
import type { LadderRow } from '../../../db/schema/index.ts';
import type { Ladder } from '../../core/dunning/ladder.ts';
import { DomainError } from '../../core/error.ts';
import { quoted } from '../../core/reading/quoted.ts';
import { presets } from '../../ladders/presets.ts';
import type { Scope } from '../scope.ts';
import { ladderOfRow } from './stored.ts';

/** A version of a ladder as it was written down. */
export interface LadderVersion {
  readonly id: number;
  readonly ladder: Ladder;
  /** Empty: it came with Dunwell. */
  readonly savedBy: number | undefined;
  readonly savedAt: Date | undefined;
}

/** The newest version of each ladder that the team has, by name. */
export type Shelf = ReadonlyMap<string, LadderVersion>;

/**
 * The team's ladders. Those that come with Dunwell are put in at the first look; one that Dunwell brings in a newer
 * wording becomes a version of its own, unless the team wrote the one before: then theirs stays.
 */
export async function ladderShelf(scope: Scope): Promise<Shelf> {
  const shelf = new Map((await newestLadders(scope.tx)).map((row) => [row.name, versionOf(row)]));
  for (const preset of presets.values()) {
    const known = shelf.get(preset.name);
    if (known !== undefined && (known.savedBy !== undefined || sayTheSame(known.ladder, preset))) continue;
    const version = (known?.ladder.version ?? 0) + 1;
    const row = await insertLadder(scope.tx, {
      name: preset.name,
      version,
      definition: { ...preset, version },
    });
    if (row === undefined) return ladderShelf(scope);
    shelf.set(preset.name, versionOf(row));
  }
  return shelf;
}

/** @throws DomainError `not_found`, naming the ladders there are. */
export function onShelf(shelf: Shelf, name: string): LadderVersion {
  const found = shelf.get(name.toLowerCase());
  if (found !== undefined) return found;
  throw new DomainError(
    'not_found',
    `There is no ladder ${quoted(name)} here. There are: ${[...shelf.keys()].join(', ')}. A new one is saved with /ladder save.`,
  );
}

export function versionOf(row: LadderRow): LadderVersion {
  return {
    id: row.id,
    ladder: ladderOfRow(row),
    savedBy: row.savedBy ?? undefined,
    savedAt: row.savedAt ?? undefined,
  };
}

/** Whatever their numbers. */
export function sayTheSame(one: Ladder, other: Ladder): boolean {
  return canonical({ ...one, version: 0 }) === canonical({ ...other, version: 0 });
}

/** Postgres gives the keys of an object back in an order of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
