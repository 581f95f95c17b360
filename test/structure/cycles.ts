import { targetOf, type Sources } from './check.ts';
import { mentionsIn } from './mentions.ts';

/**
 * Rings of files that import each other, each as its paths in order and the first one again. Types count: two files
 * that need each other's types are one thought in two places.
 */
export function cyclesIn(sources: Sources): readonly (readonly string[])[] {
  const targets = new Map([...sources].map(([path, text]) => [path, ownTargets(path, text, sources)]));
  const done = new Set<string>();
  return [...sources.keys()].flatMap((path) => ringsFrom(path, [], targets, done));
}

function ownTargets(path: string, text: string, sources: Sources): readonly string[] {
  const all = mentionsIn(path, text).map(({ specifier }) => targetOf(path, specifier));
  return [...new Set(all)].filter((target): target is string => target !== undefined && sources.has(target));
}

function ringsFrom(
  path: string,
  trail: readonly string[],
  targets: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
): readonly (readonly string[])[] {
  const seenAt = trail.indexOf(path);
  if (seenAt >= 0) return [[...trail.slice(seenAt), path]];
  if (done.has(path)) return [];
  const rings = (targets.get(path) ?? []).flatMap((next) => ringsFrom(next, [...trail, path], targets, done));
  done.add(path);
  return rings;
}
