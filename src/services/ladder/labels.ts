import { presets } from '../../ladders/presets.ts';

/**
 * What a step is called: as the ladders that ship call it, else by the words of its key. Where the case's own ladder is
 * at hand, its label is the better one.
 */
export function labelOfStep(key: string): string {
  return known.get(key) ?? key.replaceAll('-', ' ');
}

/** Of two ladders that call a step differently, the one that comes first counts. */
const known: ReadonlyMap<string, string> = new Map(
  [...presets.values()].toReversed().flatMap(({ steps }) => steps.map(({ key, label }) => [key, label])),
);
