import { readFileSync } from 'node:fs';
import type { Ladder } from '../core/dunning/ladder.ts';
import { readLadderYaml } from '../core/dunning/read-ladder-yaml.ts';

/* The ladders that ship: the files beside this one, which travel with the build. */

/** What new cases start with unless somebody chose otherwise. */
export const standardLadder = preset('standard');

/** By name. */
export const presets: ReadonlyMap<string, Ladder> = new Map(
  [standardLadder, preset('soft'), preset('services')].map((ladder) => [ladder.name, ladder]),
);

function preset(name: string): Ladder {
  return readLadderYaml(readFileSync(new URL(`${name}.yaml`, import.meta.url), 'utf8'));
}
