/**
 * Chance by name: what happens depends on the seed and on what it is about, not on how often was thrown before, so a
 * run with enforcement and one without meet the same people.
 */
export interface Dice {
  /** From 0 up to, not including, 1. */
  readonly roll: (...about: readonly string[]) => number;
  readonly pick: <T>(list: readonly [T, ...T[]], ...about: readonly string[]) => T;
}

export function createDice(seed: number): Dice {
  const roll = (...about: readonly string[]): number => fraction([String(seed), ...about].join('|'));
  return {
    roll,
    pick: (list, ...about) => list[Math.floor(roll(...about) * list.length)] ?? list[0],
  };
}

/** FNV-1a, then murmur3's finish, which spreads texts that differ in their last letter only. */
function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
