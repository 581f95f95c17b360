import { existsSync, readFileSync } from 'node:fs';
import { describe } from 'vitest';

/**
 * A real-world file from the folder beside the repository, or undefined, said aloud, in a clone that stands elsewhere.
 * The generated samples carry the same assertions there.
 */
export function sharedFile(name: string): Uint8Array | undefined {
  const path = new URL(`../../../../shared/data/${name}`, import.meta.url);
  if (existsSync(path)) return readFileSync(path);
  process.stderr.write(
    `\n  ../shared/data/${name} is not here: its tests are LEFT OUT, the generated look-alike stands in.\n`,
  );
  return undefined;
}

/** Facts about a file that is there. Elsewhere they are no tests at all, as a run must not skip any. */
export function describeThere(file: Uint8Array | undefined, name: string, facts: () => void): void {
  const define = file === undefined ? () => undefined : describe;
  define(name, facts);
}
