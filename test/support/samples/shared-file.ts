import { existsSync, readFileSync } from 'node:fs';

/**
 * A real-world file from the folder beside the repository, or undefined, said aloud, in a clone that stands elsewhere.
 * The generated samples carry the same assertions there.
 */
export function sharedFile(name: string): Uint8Array | undefined {
  const path = new URL(`../../../../shared/data/${name}`, import.meta.url);
  if (existsSync(path)) return readFileSync(path);
  process.stderr.write(
    `\n  ../shared/data/${name} is not here: its tests are SKIPPED, the generated look-alike stands in.\n`,
  );
  return undefined;
}
